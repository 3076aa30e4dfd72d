import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readBenchmark } from '../../src/benchmark/from-file.js';
import { convertFile } from '../../src/checklist/convert-file.js';
import { updateChecklist } from '../../src/checklist/update.js';
import { readChecklist } from '../../src/formats/read-checklist.js';
import { type FormatName, formatNames } from '../../src/model/format-names.js';
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
});
