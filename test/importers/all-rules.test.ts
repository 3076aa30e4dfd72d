import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2019 } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Status } from '../../src/model/checklist.js';
import { command } from '../support/command.js';
import { loadHdf } from '../support/hdf.js';
import { lacksShared, sharedFile } from '../support/shared.js';
import { really } from '../support/stig-manager.js';
import { heimdallCounts, heimdallWords, lacksHeimdall, showInHeimdall } from './heimdall.js';
import { lacksProgram, run } from './programs.js';
import { safCounts } from './saf.js';
import { lacksClient } from './written.js';

const shared = (path: string): string => fileURLToPath(sharedFile(`data/${path}`));
const hdf = loadHdf();

/** DISA's files, how many rules they have, and how many of these send connectors answer. */
const stigs = [
  ['2019 Edge', 'U_MS_Exchange_2019_Edge_Server_STIG_V2R2_Manual-xccdf.xml', 68, 6],
  ['2019 Mailbox', 'U_MS_Exchange_2019_Mailbox_Server_STIG_V1R1_Manual-xccdf..xml', 68, 4],
  ['2016 Edge', 'U_MS_Exchange_2016_Edge_Transport_Server_STIG_V2R6_Manual-xccdf.xml', 68, 7],
  ['2016 Mailbox', 'U_MS_Exchange_2016_Mailbox_Server_STIG_V2R6_Manual-xccdf.xml', 64, 4],
] as const;

interface Judged {
  readonly vulnId: string;
  readonly ruleId: string;
  readonly status: Status;
}

/** What STIG Manager calls a status; in XCCDF it passes over what is not reviewed. */
const results: Readonly<Record<Status, string>> = {
  open: 'fail',
  not_a_finding: 'pass',
  not_applicable: 'notapplicable',
  not_reviewed: 'informational',
};

describe.each(stigs)('all rules of %s that send connectors answer', (_, file, rules, answered) => {
  const missing = lacksShared(`data/benchmarks/${file}`);
  describe.skipIf(missing)('as', () => {
    const out = mkdtempSync(join(tmpdir(), 'exchange-stig-all-rules-'));
    const path = (ending: string): string => join(out, readdirSync(out).find((name) => name.endsWith(ending)) ?? '');
    const ckl = () => path('.ckl');
    const cklb = () => path('.cklb');
    const xccdf = () => path('.xml');
    let judged: readonly Judged[] = [];

    beforeAll(() => {
      const exported = ['evaluate', 'samples/edge/send-connectors.clixml.xml', '--host', 'EDGE01', '--out-dir', out];
      const asset = ['--fqdn', 'edge01.example.mil', '--ip', '192.0.2.1', '--mac', '00:00:5E:00:53:01'];
      const word = ['--site', 'samples/site/EDGE01-site.json'];
      const which = ['--rules', 'all', '--benchmark', shared(`benchmarks/${file}`)];
      const { status, stdout, stderr } = command([...exported, ...asset, ...word, ...which, '--json']);
      expect(stderr).not.toMatch(/^error/m);
      expect(status).toBe(1);
      judged = (JSON.parse(stdout) as { hosts: [{ results: Judged[] }] }).hosts[0].results;
      expect(judged).toHaveLength(answered);
      expect(new Set(judged.map((one) => one.status))).toContain('open');
      expect(new Set(judged.map((one) => one.status))).toContain('not_a_finding');
    });
    afterAll(() => rmSync(out, { recursive: true }));

    const counts = (): Readonly<Record<Status, number>> => {
      const of = (status: Status): number => judged.filter((one) => one.status === status).length;
      return {
        open: of('open'),
        not_a_finding: of('not_a_finding'),
        not_applicable: of('not_applicable'),
        not_reviewed: of('not_reviewed') + rules - answered,
      };
    };

    test.skipIf(lacksProgram('xmllint', 'libxml2-utils'))('files that are valid by the official XSDs', () => {
      for (const [xsd, written] of [
        ['U_Checklist_Schema_V2-5.xsd', ckl()],
        ['xccdf/1.2/xccdf_1.2.xsd', xccdf()],
      ] as const)
        expect(run('xmllint', '--noout', '--nonet', '--schema', shared(`schemas/${xsd}`), written).status).toBe(0);
    });

    test('a CKLB that is valid by the official schema, but for the two properties that STIG Viewer adds', () => {
      const ajv = new Ajv2019({ strict: false, allErrors: true });
      addFormats.default(ajv);
      const validate = ajv.compile(JSON.parse(readFileSync(shared('schemas/SV3_CKLB_1_0_JSON_SCHEMA.json'), 'utf8')));
      validate(JSON.parse(readFileSync(cklb(), 'utf8')));
      expect((validate.errors ?? []).map((error) => error.params['additionalProperty']).sort()).toEqual([
        'classification',
        'version',
      ]);
    });

    test.skipIf(lacksProgram('oscap', 'openscap-scanner'))(
      'results that OpenSCAP accepts and shows, every rule',
      () => {
        expect(run('oscap', 'xccdf', 'validate', xccdf()).status).toBe(0);
        const report = run('oscap', 'xccdf', 'generate', 'report', xccdf()).stdout;
        expect(new Set(report.match(/SV-2\d{5}r\d+_rule/g)).size).toBe(rules);
      },
    );

    test.each(['ckl', 'cklb', 'xccdf'] as const)('reviews that STIG Manager takes from the %s', (format) => {
      const read = really(format, readFileSync(path(format === 'xccdf' ? '.xml' : `.${format}`), 'utf8'));
      expect(read).toMatchObject({ refused: false, host: 'EDGE01' });
      const reviews = read.checklists.flatMap((checklist) => checklist.reviews);
      const meant = judged.filter(({ status }) => format !== 'xccdf' || status !== 'not_reviewed');
      expect(reviews.map(({ ruleId, result }) => [ruleId, result]).sort()).toEqual(
        meant.map(({ ruleId, status }) => [ruleId, results[status]]).sort(),
      );
    });

    test.skipIf(hdf === undefined).each(['ckl', 'xccdf'] as const)(
      "controls of MITRE's converters, from the %s",
      (format) => {
        const written = format === 'xccdf' ? xccdf() : ckl();
        const shown = hdf?.(format, readFileSync(written, 'utf8'), written);
        if (shown?.refused !== undefined || shown === undefined) throw new Error(shown?.refused);
        expect(shown.controls).toHaveLength(rules);
        const status = new Map(shown.controls.map((control) => [/(\d{6})/.exec(control.id)?.[1], control.status]));
        for (const one of judged)
          expect([one.vulnId, status.get(one.vulnId.slice(2))]).toEqual([one.vulnId, heimdallWords[one.status]]);
        expect(shown.controls.filter((control) => control.status === 'Not Reviewed')).toHaveLength(
          counts().not_reviewed,
        );
      },
    );

    test('counts of SAF', { timeout: 300_000 }, ({ skip }) => {
      skip(lacksClient('saf') !== undefined, lacksClient('saf'));
      expect(safCounts('ckl2hdf', ckl(), counts())).toEqual([true]);
      expect(safCounts('xccdf_results2hdf', xccdf(), counts())).toEqual([true]);
    });

    test.for(['ckl', 'xccdf'] as const)('counts of Heimdall, from the %s', async (format, { skip }) => {
      skip(lacksHeimdall !== undefined, lacksHeimdall);
      const text = await showInHeimdall(format === 'xccdf' ? xccdf() : ckl(), `0/${rules} Controls Viewed`);
      expect(heimdallCounts(text)).toEqual(
        Object.fromEntries(Object.entries(counts()).map(([status, n]) => [heimdallWords[status as Status], n])),
      );
    });
  });
});
