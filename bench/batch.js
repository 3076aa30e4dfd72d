// A fleet in one command, against copying what it writes.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { csvExport, largeBenchmark } from './inputs.js';
import { command, inFolder, root, sideBySide } from './measure.js';

export const title =
  'Batch: the benchmark of 68 rules, three formats; what one more host costs, and cp -r of the output';
export const goal =
  'one more host, from 100 and 900: user CPU of at most 5 % of what node that does nothing computes; at most 200 MiB for 4,000 hosts';

const theirs = join(root, '../shared/data/benchmarks/U_MS_Exchange_2019_Edge_Server_STIG_V2R2_Manual-xccdf.xml');

export const measure = () => {
  if (spawnSync(process.execPath, [command, 'batch', '--help'], { stdio: 'ignore' }).status !== 0) {
    console.log('skipped: there is no command batch');
    return [];
  }
  const rows = [...fleet(100, 5), ...fleet(900, 3), ...fleet(4000, 1)];
  sayOneMore(rows);
  return rows;
};

/** The user's CPU time of one more host, of the two smaller fleets; what the kernel does for it moves by a factor of six. */
const sayOneMore = (rows) => {
  const [idle] = rows;
  const jobs = rows
    .filter(({ name }) => name.startsWith('batch of 100,'))
    .map(({ name }) => name.slice('batch of 100,'.length));
  for (const one of jobs) {
    const [few, many] = [100, 900].map((hosts) => rows.find(({ name }) => name === `batch of ${hosts},${one}`).userMs);
    const cost = (many - few) / 800;
    console.log(
      `One more host,${one}: ${cost.toFixed(1)} ms of user CPU, ${((100 * cost) / idle.cpuMs).toFixed(1)} % of node -e 0\n`,
    );
  }
};

const idle = { name: 'node -e 0', args: ['-e', '0'] };

const fleet = (hosts, rounds) =>
  inFolder((folder) => {
    const [exports, out, copy] = ['exports', 'out', 'copy'].map((name) => join(folder, name));
    const benchmark = existsSync(theirs) ? theirs : join(folder, 'benchmark-xccdf.xml');
    if (benchmark !== theirs) writeFileSync(benchmark, largeBenchmark(68));
    const text = csvExport(3);
    for (let i = 0; i < hosts; i++) {
      const host = join(exports, `EDGE${String(i).padStart(4, '0')}`);
      mkdirSync(host, { recursive: true });
      writeFileSync(join(host, 'send-connectors.csv'), text.replaceAll('To partner', `To partner of ${i} no`));
    }
    const batch = (jobs) => ({
      name: `batch of ${hosts}, ${jobs} ${jobs === 1 ? 'job' : 'jobs'}`,
      args: [
        ...[command, 'batch', exports, '--benchmark', benchmark, '--out-dir', out, '--jobs', String(jobs)],
        ...['--timestamp', '2026-01-01T00:00:00Z', '--quiet'],
      ],
      ok: [0, 1, 2],
      prepare: () => rmSync(out, { recursive: true, force: true }),
    });
    // Something to copy, before the first round.
    const { status, stderr } = spawnSync(process.execPath, batch(1).args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`batch ended with ${status}: ${stderr}`.slice(0, 2000));
    const cp = {
      name: `cp -r of ${hosts}`,
      program: 'cp',
      args: ['-r', out, copy],
      prepare: () => rmSync(copy, { recursive: true, force: true }),
    };
    const all = availableParallelism();
    return sideBySide([idle, cp, batch(1), ...(all === 1 ? [] : [batch(all)])], rounds);
  });
