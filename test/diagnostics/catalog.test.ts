import { describe, expect, it } from 'vitest';
import { messageOf, rooms } from '../../src/diagnostics/catalog.js';

const codes = rooms.flatMap((room) => Object.keys(room));

describe('the catalog', () => {
  it('has every code once', () => {
    expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
    for (const code of codes) expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it.each(codes)('says of %s in one line what is wrong', (code) => {
    const message = messageOf({ code, severity: 'error', place: {}, expected: 'EXPECTED', actual: 'ACTUAL' });
    expect(message).not.toBe(code);
    expect(message).toMatch(/^[^\n\r]{10,}$/);
    expect(message).not.toMatch(/undefined|\[object|\.$/);
  });
});
