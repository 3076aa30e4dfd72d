import { type Diagnostic, diagnostic, type Reading, wordsOf } from '../diagnostics/diagnostic.js';
import { pathText } from '../documents/cklb-path.js';
import { keysTwice, plainValue, positionOf } from '../documents/json-document.js';
import { parseJson } from '../json/parse.js';
import type { InputLimits } from '../text/input-limits.js';
import { lineIndex } from '../text/lines.js';
import type { ManifestSource } from './manifest-source.js';

/**
 * Reads a JSON manifest. Refused whole: `manifest-damaged` (no JSON), `manifest-key-twice`, `json-too-deep`, `too-many-items`.
 */
export const fromJsonManifest = (
  text: string,
  file: string,
  limits: Partial<InputLimits> = {},
): Reading<ManifestSource> => {
  const parsed = parseJson(text, file, limits);
  if (!parsed.ok) return { ok: false, diagnostics: parsed.diagnostics.map(ofManifest) };
  const at = lineIndex(text);
  const twice = keysTwice(parsed.value).map(({ first, second, path }) =>
    diagnostic('manifest-key-twice', { file, ...at(second) }, { actual: path, expected: String(at(first).line) }),
  );
  if (twice.length > 0) return { ok: false, diagnostics: twice };
  const position = positionOf(parsed.value, at);
  const placeOf: ManifestSource['placeOf'] = (path) => ({
    file,
    ...position(path),
    ...(path.length === 0 ? {} : { property: pathText(path) }),
  });
  return { ok: true, value: { value: plainValue(parsed.value), placeOf }, diagnostics: [] };
};

/** The parser speaks of exports. */
const ofManifest = (found: Diagnostic): Diagnostic => {
  const actual = new Map([
    ['json-truncated', 'it ends before its value does'],
    ['json-syntax', `${wordsOf(found).expected} was expected here`],
    ['json-trailing-text', 'there is more text after the value'],
  ]).get(found.code);
  return actual === undefined
    ? found
    : diagnostic('manifest-damaged', found.place, { expected: 'whole, valid JSON', actual });
};
