import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/text/width.js';
import { temporaryFolder } from '../support/command.js';
import { runCommand } from '../support/run.js';

const root = temporaryFolder();
const edge = 'samples/edge/send-connectors.clixml.xml';
const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');
const colors = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');

describe('on a terminal', () => {
  const args = ['evaluate', edge, '--host', 'EDGE01', '--force', '--out-dir'];

  it('errors are red and last, warnings yellow, notices grey; what to do ends it', async () => {
    const missing = await runCommand(['inspect', 'nowhere.csv', edge], { color: true, columns: 80, isTerminal: true });
    expect(missing.stderr).toContain('\u001b[31merror: nowhere.csv: ');
    expect(missing.stderr.trimEnd().split('\n').at(-1)).toMatch(/next: |help file-missing/);
    const fleet = ['batch', 'samples/fleet/hosts', '--out-dir', join(root, 'colors')];
    const { stderr } = await runCommand(fleet, { color: true, columns: 80, isTerminal: true });
    expect(stderr.indexOf('\u001b[33mwarning:')).toBeLessThan(stderr.indexOf('\u001b[31merror:'));
    const { stderr: notice } = await runCommand([...args, join(root, 'a')], { color: true, columns: 80 });
    expect(notice).toContain('\u001b[90mnote: ');
  });

  it.each([72, 80, 120])('no line is wider than its %i columns, paths and single words apart', async (columns) => {
    for (const one of [
      [...args, join(root, 'b')],
      ['batch', 'samples/fleet/hosts', '--force', '--out-dir', join(root, 'c')],
      ['inspect', 'samples/edge/send-connectors.csv'],
      ['validate', 'samples/edge/send-connectors.csv', 'samples/checklist/EDGE01-last-quarter.ckl'],
      ['diff', 'samples/edge/send-connectors.clixml.xml', 'samples/compliant/send-connectors.csv'],
      ['remediate', edge, '--host', 'EDGE01', '--force', '--out', join(root, 'r.ps1')],
    ]) {
      const { stdout, stderr } = await runCommand(one, { columns, color: true, isTerminal: true });
      const wide = linesOf(`${stdout}${stderr}`.replace(colors, '')).filter((line) => widthOf(line) > columns);
      expect(
        wide.filter((line) => !/^(?:wrote|files|overview) |SHA-256|^ *\S*[/`]\S*$/.test(line)),
        one[0],
      ).toEqual([]);
    }
  });

  it('in a pipe each message is one line, without colours', async () => {
    const { stderr, stdout } = await runCommand([
      'batch',
      'samples/fleet/hosts',
      '--force',
      '--out-dir',
      join(root, 'c'),
    ]);
    expect(linesOf(stderr).filter((line) => !/^(?:note|warning|error|next): /.test(line))).toEqual([]);
    expect(`${stdout}${stderr}`).not.toMatch(colors);
  });
});
