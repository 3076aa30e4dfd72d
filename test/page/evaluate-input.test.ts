import { expect, test } from 'vitest';
import { checkInput, type TypedInput } from '../../src/page/evaluate-input.js';

const empty: TypedInput = {
  host: '',
  fqdn: '',
  ip: '',
  mac: '',
  role: '',
  marking: '',
  assessor: '',
  time: '2026-01-31T12:00:00Z',
  collected: '',
  maxAge: '',
  maxBytes: '',
  maxItems: '',
};
const checked = (typed: Partial<TypedInput>) => checkInput({ ...empty, ...typed });

test('an empty field says nothing', () => {
  expect(checked({})).toEqual({
    ok: true,
    asset: { host: undefined, fqdn: undefined, ip: undefined, mac: undefined, role: undefined, marking: undefined },
    assessedAt: '2026-01-31T12:00:00Z',
    limits: {},
  });
});

test('takes several addresses, a zone and raised limits', () => {
  expect(
    checked({ ip: '192.0.2.1, 192.0.2.2', time: '2026-01-31T13:00+01:00', maxBytes: '200', maxItems: '5' }),
  ).toMatchObject({
    ok: true,
    asset: { ip: ['192.0.2.1', '192.0.2.2'] },
    assessedAt: '2026-01-31T12:00:00Z',
    limits: { maxBytes: 200_000_000, maxItems: 5000 },
  });
});

test.each<[Partial<TypedInput>, keyof TypedInput]>([
  [{ fqdn: 'edge01' }, 'fqdn'],
  [{ ip: '192.0.2.256' }, 'ip'],
  [{ mac: '00:11:22' }, 'mac'],
  [{ role: 'Router' }, 'role'],
  [{ time: '' }, 'time'],
  [{ time: '2026-02-30T12:00:00Z' }, 'time'],
  [{ maxBytes: '501' }, 'maxBytes'],
  [{ maxBytes: '0' }, 'maxBytes'],
  [{ maxItems: 'many' }, 'maxItems'],
])('%j is told at its field', (typed, field) => {
  const found = checked(typed);
  expect(found.ok ? {} : found.errors).toHaveProperty(field);
});
