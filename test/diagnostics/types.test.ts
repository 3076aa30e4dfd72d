import { expect, it } from 'vitest';
import { type Diagnostic, diagnostic } from '../../src/diagnostics/diagnostic.js';

it('lets no code and no argument through that the catalog does not have', () => {
  const found = diagnostic('xml-end-tag', {}, { open: 'a', found: 'b' }) as Diagnostic;
  // @ts-expect-error: there is no such code to ask for
  expect(found.code === 'xml-end-tga').toBe(false);
  // @ts-expect-error: nor to make
  expect(() => diagnostic('xml-end-tga', {})).toThrow();
  // @ts-expect-error: the message needs both names
  diagnostic('xml-end-tag', {}, { open: 'a' });
  // @ts-expect-error: and knows no other
  diagnostic('xml-end-tag', {}, { open: 'a', found: 'b', expected: 'c' });
  // @ts-expect-error: a message that quotes something has to be given it
  diagnostic('xml-end-tag', {});
  if (found.code === 'xml-end-tag') expect(found.args.open).toBe('a');
  // @ts-expect-error: what a code's message quotes is known only where the code is
  expect(found.args.open).toBe('a');
});
