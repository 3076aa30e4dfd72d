import { describe, expect, it } from 'vitest';
import { catalog, type DiagnosticCode } from '../../src/diagnostics/catalog.js';
import type { Entry } from '../../src/diagnostics/entry.js';
import * as rooms from '../../src/diagnostics/messages/rooms.js';

const codes = Object.values(rooms).flatMap((room) => Object.keys(room) as DiagnosticCode[]);

/** Has every argument that a message may ask for. */
const anything = (on?: 'page' | 'file') =>
  new Proxy(
    { place: {}, on },
    {
      get: (of, name) => (name in of ? Reflect.get(of, name) : /s$/.test(String(name)) ? [String(name)] : String(name)),
    },
  );

/** What the command alone can say: of its options, of the disk and of files that only it reads. */
const ofCommandAlone: readonly DiagnosticCode[] = [
  'document-shown-escaped',
  'file-exists',
  'out-dir-holds-files',
  'batch-state-unwritable',
  'archive-too-large',
  'reading-result-missing',
  'reading-result-ambiguous',
  'fill-in-same-file',
  'bundle-unrecognised',
  'trend-not-a-summary',
  'trend-without-time',
];

describe('the catalog', () => {
  it('has every code once', () => {
    expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
    for (const code of codes) expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it.each(codes)('says of %s in one line what is wrong', (code) => {
    const message = (catalog[code] as Entry<object>).message(anything());
    expect(message).not.toBe(code);
    expect(message).toMatch(/^[^\n\r]{10,}$/);
    expect(message).not.toMatch(/undefined|\[object|\.$/);
  });

  it('names an option of the command to readers of the command alone', () => {
    for (const on of ['page', 'file'] as const) {
      const naming = codes.filter((code) => /--[a-z]/.test((catalog[code] as Entry<object>).message(anything(on))));
      expect(naming.filter((code) => !ofCommandAlone.includes(code))).toEqual([]);
    }
    const toCommand = (catalog['host-missing'] as Entry<object>).message(anything());
    expect(toCommand).toContain('--host');
  });
});
