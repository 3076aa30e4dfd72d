// The readers on large exports, against parsing alone; `evaluate` reads, judges, writes three files and validates them.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clixmlExport } from './clixml.js';
import { csvExport, jsonExport } from './inputs.js';
import { command, inFolder, root, sideBySide } from './measure.js';

export const title = 'Readers: 100,000 connectors as CSV and JSON, 1,000 of 63 KB as CLIXML, against parsing alone';
export const goal =
  'inspect / evaluate: CSV at most 2.7 / 3.2 times csv-parse, JSON 4.5 / 6 times JSON.parse, CLIXML 5 times xmllint';

const rounds = 3;

export const measure = () =>
  inFolder((folder) => {
    const alone = (format) => ({
      args: [join(root, 'bench/parse-alone.js'), format, join(folder, `export.${format}`)],
    });
    const against = (file, text, parsing) => {
      const path = join(folder, file);
      writeFileSync(path, text);
      const limits = ['--limit', 'bytes=500M', '--limit', 'items=1000M'];
      const judging = ['--host', 'EDGE01', '--ip', '192.0.2.1', '--out-dir', folder, '--force', '--quiet'];
      return sideBySide(
        [
          parsing,
          { name: `inspect ${file}`, args: [command, 'inspect', path, ...limits] },
          { name: `evaluate ${file}`, args: [command, 'evaluate', path, ...judging, ...limits] },
        ],
        rounds,
      );
    };
    return [
      ...against('export.csv', csvExport(100_000), { name: 'csv-parse alone', ...alone('csv') }),
      ...against('export.json', jsonExport(100_000), { name: 'JSON.parse alone', ...alone('json') }),
      ...(hasXmllint()
        ? against('export.xml', clixmlExport(1000), {
            name: 'xmllint --noout',
            program: 'xmllint',
            args: ['--noout', join(folder, 'export.xml')],
          })
        : []),
    ];
  });

const hasXmllint = () => {
  const found = spawnSync('xmllint', ['--version']).status === 0;
  if (!found) console.log('skipped: CLIXML, because xmllint is not installed');
  return found;
};
