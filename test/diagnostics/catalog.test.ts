import { describe, expect, it } from 'vitest';
import { catalog, type DiagnosticCode, rooms } from '../../src/diagnostics/catalog.js';
import type { Entry } from '../../src/diagnostics/entry.js';

const codes = rooms.flatMap((room) => Object.keys(room) as DiagnosticCode[]);

/** Has every argument that a message may ask for. */
const anything = new Proxy(
  { place: {} },
  { get: (of, name) => Reflect.get(of, name) ?? (/s$/.test(String(name)) ? [String(name)] : String(name)) },
);

describe('the catalog', () => {
  it('has every code once', () => {
    expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
    for (const code of codes) expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it.each(codes)('says of %s in one line what is wrong', (code) => {
    const message = (catalog[code] as Entry<object>).message(anything);
    expect(message).not.toBe(code);
    expect(message).toMatch(/^[^\n\r]{10,}$/);
    expect(message).not.toMatch(/undefined|\[object|\.$/);
  });
});
