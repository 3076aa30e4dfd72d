import { expect, test } from 'vitest';
import { leftOut } from '../../src/checklist/left-out.js';
import { messageOf } from '../../src/diagnostics/diagnostic.js';
import { extractNames } from '../../src/model/format-names.js';
import { oneRule } from '../support/checklists.js';

const bare = {
  ...oneRule({}, { marking: '', techArea: '', fqdn: '', ipAddresses: [], macAddresses: [] }),
  assessedAt: '',
};
const textOf = (checklist: Parameters<typeof leftOut>[0], to: (typeof extractNames)[number]): string =>
  leftOut(checklist, to).map(messageOf).join('\n');

test.each(extractNames)('%s: only the rows that apply are told', (to) => {
  expect(textOf(bare, to)).not.toMatch(/marking|technology area|MAC addresses|reason of the override/);
});

test('what is lost and what is changed is told by the names that people use', () => {
  const full = oneRule(
    { severityOverride: { severity: 'low', justification: 'Isolated.' } },
    { marking: 'CUI', role: 'Member Server' },
  );
  expect(textOf(full, 'csv')).toMatch(
    /CSV has no place for: MAC addresses, role, marking, .*reason of the override.*; keep/,
  );
  expect(textOf(full, 'csv')).toMatch(/CSV changes: .*IP addresses \(joined\)/);
  expect(textOf(full, 'oscal')).not.toMatch(/has no place for: .*marking/);
});
