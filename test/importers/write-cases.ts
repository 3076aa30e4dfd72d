import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { evaluateHost } from '../../src/assess/evaluate-host.js';
import { builtInBenchmark } from '../../src/benchmark/built-in.js';
import { renderChecklist } from '../../src/formats/registry.js';
import type { JudgedHost } from '../../src/outcome/judged-host.js';
import build from '../support/build.js';
import { type Case, cases, columns } from './cases.js';
import type { Written } from './written.js';

const assessedAt = '2026-01-31T12:00:00Z';
const { version, bin } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly version: string;
  readonly bin: { readonly 'exchange-stig': string };
};
const tool = { name: 'exchange-stig', version };

/** Builds the command and lets it write the files of every case, before the tests; removes them after. */
export default async function setup(project: TestProject): Promise<() => void> {
  build();
  const folder = mkdtempSync(join(tmpdir(), 'exchange-stig-importers-'));
  const written: Record<string, Written> = {};
  const waiting = [...cases.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      written[next[1].name] = await writeCase(next[1], join(folder, String(next[0])));
  };
  await Promise.all([worker(), worker()]);
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(written));
  project.provide('manifest', join(folder, 'manifest.json'));
  return () => rmSync(folder, { recursive: true, force: true });
}

const writeCase = async (meant: Case, folder: string): Promise<Written> => {
  mkdirSync(folder);
  const path = join(folder, 'send-connectors.csv');
  const { text, assessment } = await exportFor(meant, path);
  writeFileSync(path, text);
  const [review] = assessment.judged?.checklist.stigs[0]?.reviews ?? [];
  if (assessment.judged === undefined || review === undefined)
    throw new Error(`refused: ${meant.name}: ${codes(assessment)}`);

  const out = join(folder, 'out');
  const { status, stdout } = await evaluate([path, '--out-dir', out, '--json', ...options(meant)]);
  const expected = { open: 1, not_reviewed: 2, not_applicable: 0, not_a_finding: 0 }[meant.status];
  if (status !== expected) throw new Error(`${meant.name}: exit code ${status}, not ${expected}: ${stdout}`);
  const [host] = (JSON.parse(stdout) as Summary).hosts;
  const pathOf = (format: string): string => host?.outputs.find((output) => output.format === format)?.path ?? '';

  const strict = await renderChecklist('cklb', assessment.judged.checklist, { tool, cklbStrict: true });
  const strictPath = join(folder, strict.fileName);
  writeFileSync(strictPath, strict.text);
  return {
    ckl: pathOf('ckl'),
    cklb: pathOf('cklb'),
    xccdf: pathOf('xccdf'),
    strict: strictPath,
    details: review.findingDetails,
    said: {
      status: host?.results[0]?.status ?? '',
      connectors: host?.results[0]?.connectors.map((connector) => connector.status) ?? [],
    },
  };
};

interface Summary {
  readonly hosts: readonly {
    readonly results: readonly {
      readonly status: string;
      readonly connectors: readonly { readonly status: string }[];
    }[];
    readonly outputs: readonly { readonly format: string; readonly path: string }[];
  }[];
}

const options = ({ host, asset, whenEmpty }: Case): string[] => [
  `--host=${host}`,
  `--timestamp=${assessedAt}`,
  ...(asset.fqdn === '' ? [] : [`--fqdn=${asset.fqdn}`]),
  ...asset.ips.map((ip) => `--ip=${ip}`),
  ...asset.macs.map((mac) => `--mac=${mac}`),
  ...(whenEmpty === undefined ? [] : [`--when-empty=${whenEmpty}`]),
];

interface Exported {
  readonly text: string;
  readonly assessment: JudgedHost;
}

/** How many connectors finding details list in a line each, before they show each by itself. */
const listed = 50;

const mostPadding = 600;

/**
 * The export of a case. Where it asks for a length, names are lengthened: the first ones, which stand in the list too, and the first that
 * does not, whose step differs; together they come to any length.
 */
const exportFor = async (meant: Case, path: string): Promise<Exported> => {
  const { padTo } = meant;
  const padded = async (first: number, after: number) => {
    const text = toCsv(meant.connectors, first, after);
    const assessment = await assess(meant, path, text);
    const length = assessment.judged?.checklist.stigs[0]?.reviews[0]?.findingDetails.length ?? 0;
    return { text, assessment, length };
  };
  let longest = await padded(0, 0);
  if (padTo === undefined) return longest;
  for (let first = 1; first < mostPadding; first += 1)
    for (let after = 0; after < (padTo === 'longest' ? 1 : 3); after += 1) {
      const next = await padded(first, after);
      if (next.length === padTo) return next;
      if (next.length > longest.length) longest = next;
    }
  if (padTo === 'longest') return longest;
  throw new Error(`${meant.name}: no padding gives ${padTo} characters`);
};

const codes = ({ diagnostics }: JudgedHost): string => diagnostics.map((d) => d.code).join(', ');

const assess = (meant: Case, path: string, text: string): Promise<JudgedHost> => {
  const bytes = new TextEncoder().encode(text);
  return evaluateHost({
    exports: [{ path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }],
    asset: { host: meant.host, fqdn: meant.asset.fqdn || undefined, ip: meant.asset.ips, mac: meant.asset.macs },
    benchmark: builtInBenchmark('V2R2'),
    whenEmpty: meant.whenEmpty,
    assessedAt,
    tool,
  });
};

const toCsv = (rows: Case['connectors'], first: number, after: number): string =>
  [
    columns.join(','),
    ...rows.map((row, i) =>
      longer(row, i === listed ? after : first - i * longestPad)
        .map(toCell)
        .join(','),
    ),
    '',
  ].join('\r\n');

/** The finding details cut a name that is longer than 300 units: what is more goes into the next connector's. */
const longestPad = 200;

/** A name and an identity that agree, both longer. */
const longer = ([name, identity, ...rest]: Case['connectors'][number], padding: number) => {
  const more = 'p'.repeat(Math.max(0, Math.min(padding, longestPad)));
  return [more + name, more + identity, ...rest];
};

const toCell = (cell: string | null): string => (cell === null ? '' : `"${cell.replaceAll('"', '""')}"`);

const evaluate = (args: readonly string[]): Promise<{ readonly status: number; readonly stdout: string }> =>
  new Promise((done) => {
    execFile(
      process.execPath,
      [resolve(bin['exchange-stig']), 'evaluate', ...args],
      { maxBuffer: 1e8, env: { PATH: process.env['PATH'] ?? '', NO_COLOR: '1' } },
      (error, stdout, stderr) => done({ status: Number(error?.code ?? 0), stdout: stdout || stderr }),
    );
  });
