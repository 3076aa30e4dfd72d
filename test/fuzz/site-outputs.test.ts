import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { SendConnector } from '../../src/model/connector.js';
import { temporaryFolder } from '../support/command.js';
import { runCommand } from '../support/run.js';
import { lacksShared, sharedFile } from '../support/shared.js';
import { randomConnector, randomOf, randomSite } from './site-file.js';

const folder = temporaryFolder();
const benchmark = 'data/benchmarks/U_MS_Exchange_2016_Edge_Transport_Server_STIG_V2R6_Manual-xccdf.xml';

const columns = {
  Name: 'name',
  Guid: 'guid',
  Enabled: 'enabled',
  AddressSpaces: 'addressSpaces',
  SmartHosts: 'smartHosts',
  DNSRoutingEnabled: 'dnsRoutingEnabled',
  DomainSecureEnabled: 'domainSecureEnabled',
  RequireTLS: 'requireTls',
  TlsAuthLevel: 'tlsAuthLevel',
  TlsDomain: 'tlsDomain',
  ConnectionInactivityTimeOut: 'connectionInactivityTimeOut',
} as const;

const cell = (record: SendConnector, column: keyof typeof columns): string => {
  const property = record[columns[column]];
  const value = property.state === 'known' ? (property.value ?? '') : '';
  const text = typeof value === 'boolean' ? (value ? 'True' : 'False') : value;
  return `"${Array.isArray(text) ? text.join(' ') : text}"`;
};

const csvOf = (connectors: readonly SendConnector[]): string => {
  const names = Object.keys(columns) as (keyof typeof columns)[];
  const rows = connectors.map((record) => names.map((name) => cell(record, name)).join(','));
  return `${[names.map((name) => `"${name}"`).join(','), ...rows].join('\r\n')}\r\n`;
};

interface Result {
  readonly stigId: string;
  readonly status: string;
  readonly verdictWithout?: string;
}
const resultsOf = (stdout: string) => (JSON.parse(stdout) as { hosts: [{ results: Result[] }] }).hosts[0].results;

const sentences =
  /The verdict is the same without the site file\.|Without the site file the verdict would be: [A-Z ]+\./g;
const sentencesIn = (text: string): readonly string[] => (text.match(sentences) ?? []).sort();

it.skipIf(lacksShared(benchmark))(
  'every output says what a run without the site file says',
  { timeout: 300_000 },
  async () => {
    const changed = new Set<boolean>();
    for (let seed = 1; seed <= 40; seed++) {
      const random = randomOf(seed * 31);
      const connectors = Array.from({ length: 1 + random.int(3) }, (_, i) => randomConnector(random, i));
      const at = join(folder, String(seed));
      mkdirSync(at);
      writeFileSync(join(at, 'export.csv'), csvOf(connectors));
      writeFileSync(join(at, 'site.json'), JSON.stringify(randomSite(random, connectors)));
      const asked = ['evaluate', join(at, 'export.csv'), '--host', 'EDGE01', '--rules', 'all'];
      const all = [...asked, '--benchmark', fileURLToPath(sharedFile(benchmark))];
      const site = ['--site', join(at, 'site.json')];
      const alone = resultsOf((await runCommand([...all, '--out-dir', join(at, 'alone'), '--json'])).stdout);
      const out = join(at, 'out');
      const formats = ['--format', 'ckl,cklb,xccdf,html', '--out-dir', out];
      const results = resultsOf((await runCommand([...all, ...site, ...formats, '--json'])).stdout);
      const table = async (...options: string[]) =>
        sentencesIn((await runCommand([...all, ...site, ...formats, '--force', ...options])).stdout);

      expect(
        results.map(({ stigId, verdictWithout }) => [stigId, verdictWithout]),
        `seed ${seed}`,
      ).toEqual(alone.map(({ stigId, status }) => [stigId, status]));
      for (const { status, verdictWithout } of results) changed.add(status !== verdictWithout);
      const meant = results
        .map(({ status, verdictWithout = '' }) =>
          status === verdictWithout
            ? 'The verdict is the same without the site file.'
            : `Without the site file the verdict would be: ${verdictWithout.replaceAll('_', ' ').toUpperCase()}.`,
        )
        .sort();
      expect(await table('--verbose'), `seed ${seed}, table`).toEqual(meant);
      const isOfAnother = (sentence: string) => sentence.startsWith('Without');
      expect((await table()).filter(isOfAnother), `seed ${seed}, folded table`).toEqual(meant.filter(isOfAnother));
      for (const name of readdirSync(out)) {
        // XCCDF results have the finding details in two elements.
        const told = name.endsWith('.xml') ? meant.flatMap((one) => [one, one]) : meant;
        expect(sentencesIn(readFileSync(join(out, name), 'utf8')), `seed ${seed}, ${name}`).toEqual(told);
      }
      expect(readdirSync(out)).toHaveLength(4);
    }
    expect(changed).toEqual(new Set([true, false]));
  },
);
