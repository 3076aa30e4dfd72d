import { type Diagnostic, diagnostic, type Reading } from '../diagnostics/diagnostic.js';
import { pathText } from '../documents/cklb-path.js';
import { keysTwice, positionOf } from '../documents/json-document.js';
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
    diagnostic('manifest-key-twice', { file, ...at(second) }, { key: path, firstLine: at(first).line }),
  );
  if (twice.length > 0) return { ok: false, diagnostics: twice };
  const position = positionOf(parsed.value, at);
  const placeOf: ManifestSource['placeOf'] = (path) => ({
    file,
    ...position(path),
    ...(path.length === 0 ? {} : { property: pathText(path) }),
  });
  return { ok: true, value: { value: JSON.parse(text), placeOf }, diagnostics: [] };
};

/** The parser speaks of exports. */
const ofManifest = (found: Diagnostic): Diagnostic => {
  const damaged = (fault: string) => diagnostic('manifest-damaged', found.place, { format: 'JSON', fault });
  switch (found.code) {
    case 'json-truncated':
      return damaged(`it ends where ${found.args.token} was expected`);
    case 'json-syntax':
      return damaged(`${found.args.token} was expected here`);
    case 'json-trailing-text':
      return damaged('there is more text after the value');
    default:
      return found;
  }
};
