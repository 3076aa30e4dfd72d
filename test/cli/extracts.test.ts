import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { extractNames } from '../../src/model/format-names.js';
import { temporaryFolder } from '../support/command.js';
import { runCommand } from '../support/run.js';

const folder = temporaryFolder();
const stem = 'EDGE01_MS_Exchange_2019_Edge_Server_STIG_V2R2';
const suffixes = {
  csv: '.csv',
  poam: '_poam.csv',
  hdf: '_hdf.json',
  oscal: '_oscal-ar.json',
  junit: '_junit.xml',
};

test('evaluate writes the formats that are only written, alone or beside the others', async () => {
  for (const formats of [extractNames, ['ckl', ...extractNames]]) {
    const out = join(folder, String(formats.length));
    const args = ['samples/edge/send-connectors.csv', '--host', 'EDGE01', '--format', formats.join(), '--out-dir', out];
    const { code, stderr } = await runCommand(['evaluate', ...args, '--quiet']);
    expect([code, stderr]).toEqual([1, '']);
    const expected = [
      ...extractNames.map((name) => stem + suffixes[name]),
      ...formats.slice(extractNames.length).map(() => `${stem}.ckl`),
    ];
    expect(readdirSync(out).sort()).toEqual(expected.sort());
    expect(readFileSync(join(out, `${stem}_poam.csv`), 'utf8')).toContain('SV-259594r1043178_rule');
  }
});

test.each(extractNames)('convert --to %s writes to a file or to standard output', async (to) => {
  const args = ['convert', 'samples/checklist/EDGE01-last-quarter.ckl', '--to', to];
  const out = join(folder, `converted${suffixes[to]}`);
  const { code } = await runCommand([...args, '--out', out, '--quiet']);
  expect(code).toBe(0);
  expect((await runCommand([...args, '--quiet'])).stdout).toBe(readFileSync(out, 'utf8'));
});
