import type { ListProperty } from './object.js';
import type { Part } from './parts.js';

/**
 * Puts together objects whose lines have blank lines between them, as web pages make them: one property after the other, each
 * alone, until a label comes again.
 *
 * @param changed told the line where such an object begins
 */
export const withoutSpacing = (parts: readonly Part[], changed: (line: number) => void): readonly Part[] => {
  const joined: Part[] = [];
  for (let i = 0; i < parts.length; ) {
    const first = parts[i++] as Part;
    const properties: ListProperty[] = [...aloneIn(first)];
    const keys = new Set(properties.map(({ key }) => key));
    let end = first.end;
    for (let part = parts[i]; keys.size > 0 && part?.line === end + 1; part = parts[++i]) {
      const next = aloneIn(part);
      if (next.length === 0 || next.some(({ key }) => keys.has(key))) break;
      properties.push(...next);
      for (const { key } of next) keys.add(key);
      end = part.end;
    }
    if (end === first.end) joined.push(first);
    else {
      changed(first.line);
      const object = { line: first.line, properties, padded: false };
      joined.push({ is: 'objects', line: first.line, end, objects: [object] });
    }
  }
  return joined;
};

/**
 * The properties of a part that is one object, where each stands alone: in what a console wrote, the blank line below a comment was
 * taken for a line of it.
 */
const aloneIn = (part: Part): readonly ListProperty[] => {
  const [object, ...others] = part.is === 'objects' ? part.objects : [];
  const properties = object?.properties ?? [];
  const isAlone = properties.every(({ line }, i) => i === 0 || line > (properties[i - 1]?.line ?? 0) + 1);
  return isAlone && others.length === 0 ? properties : [];
};
