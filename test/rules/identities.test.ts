import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInBenchmark, builtInReleases } from '../../src/benchmark/built-in.js';
import { identities } from '../../src/rules/identities.js';
import { judgeableRules } from '../../src/rules/module-for.js';
import { defaultRules, rules } from '../../src/rules/registry.js';
import { textDigest } from '../../src/rules/rule-identity.js';
import { parseWithLibxml2, select } from '../support/libxml2.js';
import { lacksShared, sharedFile } from '../support/shared.js';

describe('the rules that send connectors answer', () => {
  it('are 39 in 8 STIGs, two of them reworded once', () => {
    expect(new Set(identities.map(({ stig }) => stig)).size).toBe(8);
    expect(new Set(identities.map(({ stigId }) => stigId)).size).toBe(39);
    expect(identities).toHaveLength(46);
    expect(rules).toHaveLength(48);
  });

  it('have the text of the one that is built in, in every release', () => {
    for (const release of builtInReleases) {
      const [found, ...others] = judgeableRules(builtInBenchmark(release), rules);
      expect(others).toEqual([]);
      expect(found?.isKnownText).toBe(true);
      expect(defaultRules).toEqual([found?.module]);
    }
  });

  it('are told by the benchmark where two STIGs have one STIG ID, and never by a V- id of another STIG', () => {
    const rule = { ...builtInBenchmark().rules[0], groupId: 'V-33590', stigId: 'Exch-2-763' };
    const hub = judgeableRules({ id: 'Exchange_2010_Hub_Transport_Server_STIG', rules: [rule as never] }, rules);
    expect(hub.map(({ module }) => module.identity.stig)).toEqual(['Exchange_2010_Hub_Transport_Server_STIG']);
    const other = { ...builtInBenchmark().rules[0], stigId: 'XX-00-000001' };
    expect(judgeableRules({ id: 'Other', rules: [other as never] }, rules)).toEqual([]);
  });
});

const folder = 'data/benchmarks';
const files = lacksShared(folder) ? [] : readdirSync(sharedFile(folder)).filter((name) => /xccdf\.+xml$/.test(name));

interface RuleFacts {
  readonly benchmark: { readonly id: string };
  readonly rule: { readonly stigId: string };
  readonly releases: readonly { readonly release: string }[];
}

/** The releases that have a rule, oldest first. */
const releasesOf = (stig: string, stigId: string): readonly string[] => {
  const facts = JSON.parse(readFileSync(sharedFile('facts/send-connector-rules.json'), 'utf8'));
  const entries: readonly RuleFacts[] = facts.entries;
  const found = entries.find(({ benchmark, rule }) => benchmark.id === stig && rule.stigId === stigId);
  return found?.releases.map(({ release }) => release) ?? [];
};

describe.skipIf(files.length === 0)("the digests are those of DISA's own files", () => {
  it.each(files)('%s', (name) => {
    const document = parseWithLibxml2(readFileSync(sharedFile(`${folder}/${name}`), 'utf8'));
    const ns = { x: 'http://checklists.nist.gov/xccdf/1.1' };
    const [stig] = select(document, '/x:Benchmark/@id', ns);
    const [version] = select(document, '/x:Benchmark/x:version', ns);
    const [info = ''] = select(document, '/x:Benchmark/x:plain-text[@id="release-info"]', ns);
    const release = `V${version}R${/Release: (\d+)/.exec(info)?.[1]}`;
    const asked = select(document, '//x:Group[contains(x:Rule/x:check/x:check-content, "Get-SendConnector")]/@id', ns);
    const own = identities.filter((identity) => identity.stig === stig);
    expect(own.map(({ vulnId }) => vulnId).sort()).toEqual([...asked].sort());
    for (const { stigId, vulnId, ruleId, severity, ccis, texts } of own) {
      const releases = releasesOf(`${stig}`, stigId);
      const rule = `//x:Group[@id="${vulnId}"]/x:Rule`;
      const of = (path: string) => select(document, `${rule}${path}`, ns);
      if (release === releases.at(-1)) expect(of('/@id')).toEqual([ruleId]);
      expect([of('/x:version'), of('/@severity')]).toEqual([[stigId], [severity]]);
      expect(of('/x:ident').filter((id) => id.startsWith('CCI-'))).toEqual(ccis);
      const text = [...texts].reverse().find(({ since }) => releases.indexOf(since) <= releases.indexOf(release));
      const [check = ''] = of('/x:check/x:check-content');
      expect(textDigest(check)).toBe(text?.check);
    }
    document.dispose();
  });
});
