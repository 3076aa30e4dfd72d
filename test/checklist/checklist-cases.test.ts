import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readBenchmark } from '../../src/benchmark/from-file.js';
import { convertFile } from '../../src/checklist/convert-file.js';
import { isEmptyDiff } from '../../src/checklist/diff.js';
import { diffFiles } from '../../src/checklist/diff-files.js';
import { updateChecklist } from '../../src/checklist/update.js';
import { readChecklist } from '../../src/formats/read-checklist.js';
import { type FormatName, formatNames } from '../../src/model/format-names.js';
import { validateFile } from '../../src/validate/validate-file.js';
import { testTool } from '../support/checklists.js';
import { lacksShared, sharedFile } from '../support/shared.js';

const bytesOf = (path: string): Uint8Array => readFileSync(sharedFile(`data/${path}`));
const read = (name: string) => readChecklist(bytesOf(`checklist-cases/${name}`), name);
const benchmark = (release: string) => {
  const file = `U_MS_Exchange_2019_Edge_Server_STIG_${release}_Manual-xccdf.xml`;
  return readBenchmark(bytesOf(`benchmarks/${file}`), file);
};

const convert = async (name: string, to: FormatName, of?: ReturnType<typeof benchmark>) => {
  const time = { value: '2026-01-31T12:00:00Z', given: false };
  const stigIndex = to === 'xccdf' ? 0 : undefined;
  const input = { file: read(name), benchmark: of, to, stigIndex, tool: testTool, cklbStrict: false, time };
  const converted = await convertFile(input);
  if (!converted.ok) throw new Error(JSON.stringify(converted.diagnostics));
  const [stig] = converted.value.checklist.stigs;
  return {
    codes: converted.diagnostics.map(({ code }) => code),
    stig: stig?.benchmark,
    host: converted.value.checklist.asset.hostName,
    results: stig?.reviews.map(({ rule, status }) => [rule.ruleId, status]),
    titles: stig?.reviews.map(({ rule }) => rule.title),
  };
};

/** What stands in the first STIG and asset of a conversion, and which kinds of messages there were. */
const convertedAs = async (name: string, to: FormatName, of?: ReturnType<typeof benchmark>, host?: string) => {
  const time = { value: '2026-01-31T12:00:00Z', given: false };
  const stigIndex = to === 'xccdf' ? 0 : undefined;
  const asset = { host };
  const input = { file: read(name), benchmark: of, to, stigIndex, tool: testTool, cklbStrict: false, time, asset };
  const converted = await convertFile(input);
  const codes = converted.diagnostics.map(({ code }) => code);
  if (!converted.ok) return { codes, written: undefined };
  const { checklist, file } = converted.value;
  const [stig] = checklist.stigs;
  return {
    codes,
    written: { asset: checklist.asset, benchmark: stig?.benchmark, reviews: stig?.reviews ?? [], text: file.text },
  };
};

const edge = { id: 'MS_Exchange_2019_Edge_Server_STIG', version: '2' };

describe.skipIf(lacksShared('data/checklist-cases/arf-oscap.xml'))('checklists and results of other programs', () => {
  test.each(formatNames)('arf-oscap.xml becomes %s', async (to) => {
    const { stig, host, results } = await convert('arf-oscap.xml', to);
    expect([host, results]).toEqual([
      'EDGE01',
      [
        ['SV-259594r1043178_rule', 'open'],
        ['SV-259595r961353_rule', 'not_a_finding'],
      ],
    ]);
    expect(stig).toMatchObject(to === 'cklb' ? { id: edge.id } : edge);
  });

  test('scap13-source-datastream.xml serves as benchmark, and is no file to convert', async () => {
    const name = 'scap13-source-datastream.xml';
    const stream = readBenchmark(bytesOf(`checklist-cases/${name}`), name);
    expect(stream.ok && stream.value).toMatchObject({ ...edge, ruleCount: 2 });
    expect(read(name).diagnostics.map(({ code }) => code)).toEqual(['document-is-data-stream']);
    const { titles } = await convert('arf-oscap.xml', 'ckl', stream);
    expect(titles).toEqual(['t V-259594', 't V-259595']);
  });

  test('oscap-stig-viewer-ssg-benchmark-id.xml takes the STIG from the benchmark that has its rules', async () => {
    const { stig, results, titles, codes } = await convert(
      'oscap-stig-viewer-ssg-benchmark-id.xml',
      'ckl',
      benchmark('V2R2'),
    );
    expect(stig).toMatchObject({ ...edge, releaseInfo: 'Release: 2 Benchmark Date: 30 Jan 2025' });
    expect(results).toEqual([
      ['SV-259594r1043178_rule', 'open'],
      ['SV-259645r961863_rule', 'not_a_finding'],
    ]);
    // The second rule is one of the Mailbox STIG.
    expect(titles?.map((title) => title === '')).toEqual([false, true]);
    expect(codes).toEqual(expect.arrayContaining(['convert-stig-by-rules', 'convert-rule-not-in-benchmark']));
  });

  test('no-stig-info-only-stigref.ckl has the release of its STIGRef, and the benchmark completes it', async () => {
    const release = { version: '2', releaseInfo: 'Release: 2 Benchmark Date: 30 Jan 2025' };
    const title = 'Microsoft Exchange 2019 Edge Server Security Technical Implementation Guide';
    const alone = await convert('no-stig-info-only-stigref.ckl', 'ckl');
    expect(alone.stig).toMatchObject({ id: '', title, ...release });
    const completed = await convert('no-stig-info-only-stigref.ckl', 'ckl', benchmark('V2R2'));
    expect(completed.stig).toMatchObject({ ...edge, title, ...release });
    expect(completed.results).toEqual(alone.results);
    const [file, older] = [read('no-stig-info-only-stigref.ckl'), benchmark('V2R1')];
    const updated = file.ok && older.ok ? updateChecklist(file.value.checklist, older.value) : undefined;
    expect(updated?.diagnostics.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['update-stig-by-rules', 'update-older']),
    );
  });

  describe.each(formatNames)('to %s', (to) => {
    test('scc-fqdn-with-dot-ipv6-with-mask.xml loses the dot and the prefix lengths', async () => {
      const { written, codes } = await convertedAs('scc-fqdn-with-dot-ipv6-with-mask.xml', to);
      expect(codes).toContain('reading-address-rewritten');
      expect(written?.asset.fqdn).not.toMatch(/\.$/);
      expect(written?.asset.ipAddresses.length).toBeGreaterThan(0);
      expect(written?.asset.ipAddresses.join()).not.toContain('/');
      expect(written?.text).not.toMatch(/EDGE01\.[<"]/);
    });

    test('scc-release-1.2.xml is release 2', async () => {
      const { written } = await convertedAs('scc-release-1.2.xml', to);
      expect(written?.benchmark).toMatchObject({ version: to === 'cklb' ? expect.any(String) : '1' });
      expect(written?.benchmark?.releaseInfo).toMatch(/^Release: 2\b/);
    });

    test('oscap-ssg-ids.xml and testresult-without-group.xml keep whole ids', async () => {
      for (const [name, id] of [
        ['oscap-ssg-ids.xml', 'xccdf_org.ssgproject.content_rule_sshd_disable_root_login'],
        ['testresult-without-group.xml', 'xccdf_org.ssgproject.content_rule_disable_prelink'],
      ] as const) {
        const { written } = await convertedAs(name, to);
        expect(written?.reviews.map(({ rule }) => rule.ruleId)).toEqual([id]);
        expect(written?.text).not.toContain(`stig_rule_${id}`);
      }
    });

    test('oscap-weight-10.000000.xml has weight 10.0', async () => {
      const { written } = await convertedAs('oscap-weight-10.000000.xml', to);
      expect(written?.reviews.map(({ rule }) => rule.weight)).toEqual(['10.0', '10.0']);
    });

    test('oscap-stig-viewer-no-rule-result.xml is refused', async () => {
      const { written, codes } = await convertedAs('oscap-stig-viewer-no-rule-result.xml', to);
      expect([written, codes]).toEqual([undefined, ['reading-no-result']]);
    });

    test('rule-result-with-fix-text.xml: how to correct is no finding detail, and named', async () => {
      const { written, codes } = await convertedAs('rule-result-with-fix-text.xml', to);
      expect(written?.reviews.map(({ findingDetails }) => findingDetails)).toEqual(['', '']);
      expect(codes).toContain('reading-not-carried');
    });

    test('evaluate-stig-technology-area-none.cklb: an area that DISA does not know is empty in a CKL, and named', async () => {
      const { written, codes } = await convertedAs('evaluate-stig-technology-area-none.cklb', to);
      expect(written).toBeDefined();
      if (to === 'ckl') expect([written?.asset.techArea, codes.includes('tech-area-unwritable')]).toEqual(['', true]);
    });

    test('saf-stigid-with-blanks.ckl gets an id that XCCDF allows, with a warning', async () => {
      const { written, codes } = await convertedAs('saf-stigid-with-blanks.ckl', to);
      const id = to === 'xccdf' ? 'Red_Hat_Enterprise_Linux_7_STIG' : 'Red Hat Enterprise Linux 7 STIG';
      expect([written?.benchmark?.id, codes.includes('id-rewritten')]).toEqual([id, to === 'xccdf']);
    });

    test('blank-host.ckl and minimal-testresult-no-namespace.xml need a host', async () => {
      for (const [name, count] of [
        ['blank-host.ckl', 2],
        ['minimal-testresult-no-namespace.xml', 4],
      ] as const) {
        expect((await convertedAs(name, to)).codes).toContain('convert-host-missing');
        const { written } = await convertedAs(name, to, undefined, 'EDGE07');
        expect([written?.asset.hostName, written?.reviews.length]).toEqual(['EDGE07', count]);
      }
    });

    test('pre-2020-testresult.xml takes its texts from pre-2020_Manual-xccdf.xml without a word of missing ones', async () => {
      const file = 'pre-2020_Manual-xccdf.xml';
      const stig = readBenchmark(bytesOf(`checklist-cases/${file}`), file);
      const { written, codes } = await convertedAs('pre-2020-testresult.xml', to, stig);
      expect(written?.reviews[0]?.rule.title).not.toBe('');
      expect(codes).not.toContain('reading-rule-nameless');
      expect(codes).not.toContain('reading-rule-without-text');
    });
  });

  test('testresult-without-group.xml and oscap-ssg-ids.xml are the same as their conversions', async () => {
    for (const name of ['testresult-without-group.xml', 'oscap-ssg-ids.xml']) {
      const { written } = await convertedAs(name, 'xccdf');
      const again = readChecklist(new TextEncoder().encode(written?.text), 'x.xml');
      const differing = diffFiles(read(name), again);
      expect(differing.ok && isEmptyDiff(differing.value)).toBe(true);
    }
  });

  test('declared-utf-16-is-utf-8.ckl is an error; declared-windows-1252.ckl is what it declares', async () => {
    const faults = (name: string) => validateFile(bytesOf(`checklist-cases/${name}`), name);
    const found = await faults('declared-utf-16-is-utf-8.ckl');
    expect(found.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toContain(
      'document-encoding-declared',
    );
    expect(read('declared-windows-1252.ckl').ok).toBe(true);
  });

  test('two-testresults-two-hosts.xml is refused without --result', () => {
    expect(read('two-testresults-two-hosts.xml').diagnostics.map(({ code }) => code)).toEqual([
      'reading-several-results',
    ]);
  });

  test('every file is here', () => {
    const own = readFileSync(new URL(import.meta.url), 'utf8');
    const missing = readdirSync(sharedFile('data/checklist-cases')).filter((name) => !own.includes(`${name}`));
    expect(missing).toEqual([]);
  });
});
