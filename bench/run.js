// Runs the benchmarks and prints a table of each: npm run bench -- [--only NAME] [--json FILE]
import { writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { parseArgs } from 'node:util';

const names = ['start-up', 'readers', 'convert', 'batch'];
const { values } = parseArgs({ options: { only: { type: 'string', multiple: true }, json: { type: 'string' } } });
const unknown = (values.only ?? []).find((name) => !names.includes(name));
if (unknown !== undefined) {
  console.error(`--only ${unknown}: expected ${names.join(', ')}`);
  process.exit(3);
}

const machine = {
  processors: `${cpus().length} x ${cpus()[0]?.model.trim()}`,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  system: `${type()} ${release()}`,
  node: process.version,
  date: new Date().toISOString().slice(0, 10),
};
console.log(Object.values(machine).join(' | '));

const show = (number, digits, unit = '') => (Number.isFinite(number) ? `${number.toFixed(digits)}${unit}` : '');
const cells = (row) => [
  row.name,
  show(row.medianMs, 0),
  `${show(row.lowestMs, 0)} to ${show(row.highestMs, 0)}`,
  show(row.ratio, 2),
  show(row.cpuMs, 0),
  `${show(row.cpuLowestMs, 0)} to ${show(row.cpuHighestMs, 0)}`,
  show(row.cpuRatio, 2),
  show(row.peakMiB, 0),
];
const line = (row) => `| ${row.join(' | ')} |`;

/** Processes that ran or waited to run in the last minute, these benchmarks among them. */
const load = () => show(loadavg()[0], 1);

const results = {};
for (const name of values.only ?? names) {
  const { title, goal, measure } = await import(`./${name}.js`);
  console.log(`\n## ${title}\n\nGoal: ${goal}.\n`);
  const before = load();
  const rows = measure();
  const loads = `Load of the machine: ${before} before, ${load()} after.`;
  results[name] = { title, goal, rows, loads };
  if (rows.length === 0) continue;
  console.log(line(['process', 'median ms', 'spread ms', 'times', 'CPU ms', 'spread ms', 'CPU times', 'peak MiB']));
  console.log('|---|---|---|---|---|---|---|---|');
  for (const row of rows) console.log(line(cells(row)));
  console.log(`\n${loads}`);
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ machine, results }, undefined, 2)}\n`);
