import { createHash } from 'node:crypto';
import { assessFiles } from '../../src/assess/assess-files.js';
import { builtInBenchmark } from '../../src/benchmark/built-in.js';
import type { Benchmark } from '../../src/model/benchmark.js';
import type { JudgedHost } from '../../src/outcome/judged-host.js';
import { planRemediation } from '../../src/remediation/plan.js';
import { toRemediationPoam } from '../../src/remediation/poam.js';
import type { Remediation } from '../../src/remediation/remediation.js';
import { toScript } from '../../src/remediation/script.js';
import type { RuleModule } from '../../src/rules/rule.js';
import { textDigest } from '../../src/rules/rule-identity.js';
import { siteFile } from '../site/sites.js';
import { inventedRule, testTool } from './checklists.js';
import { ruleOf } from './rules.js';

export interface Given {
  /** Each export as the objects of its JSON, or as it is. */
  readonly exports: readonly (readonly object[] | Uint8Array | string)[];
  /** STIG IDs, a reworded rule's with the number of its text behind a colon; without any the default rule. */
  readonly rules?: readonly string[] | undefined;
  readonly site?: object | undefined;
  readonly host?: string | undefined;
}

export interface Remediated {
  readonly host: JudgedHost;
  readonly remediation: Remediation;
  readonly script: string;
  readonly poam: string;
}

const assessedAt = '2026-01-31T12:00:00Z';

/** Judges a host's exports by rules with invented texts, plans, and writes all that there is to write. */
export const remediated = async ({ exports, rules, site, host: hostName = 'EDGE01' }: Given): Promise<Remediated> => {
  const modules = rules?.map(invented);
  const host = await assessFiles({
    exports: exports.map((content, i) => {
      const bytes = bytesOf(content);
      const path = `${i + 1}-send-connectors`;
      return {
        ok: true,
        value: { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') },
        diagnostics: [],
      };
    }),
    benchmark: { ok: true, value: modules === undefined ? builtInBenchmark() : benchmarkOf(modules), diagnostics: [] },
    site: site === undefined ? undefined : { ok: true, value: siteFile(site), diagnostics: [] },
    fillIn: { replaceDetails: false, allowOtherHost: false },
    asset: { host: hostName },
    formats: [],
    cklbStrict: false,
    rules: modules,
    assessedAt,
    tool: testTool,
  });
  const { judged, stig, evidence } = host;
  if (judged?.judging === undefined) throw new Error(JSON.stringify(host.diagnostics));
  const remediation = planRemediation(judged, judged.judging);
  const named = judged.reviews.map(({ vulnId }) => vulnId);
  return {
    host,
    remediation,
    script: toScript({ remediation, host: host.host, stig, rules: named, evidence, assessedAt, tool: testTool }),
    poam: toRemediationPoam(remediation, { asset: judged.checklist.asset, stig }),
  };
};

const bytesOf = (content: Given['exports'][number]): Uint8Array =>
  content instanceof Uint8Array
    ? content
    : new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content, undefined, 4));

const textOf = ({ stigId }: RuleModule['identity']): string => `The check of ${stigId}.`;

const invented = (name: string): RuleModule => {
  const [stigId = '', text = '0'] = name.split(':');
  const module = ruleOf(stigId, Number(text));
  return { ...module, checks: [textDigest(textOf(module.identity))] };
};

const benchmarkOf = (modules: readonly RuleModule[]): Benchmark => ({
  ...builtInBenchmark(),
  id: modules[0]?.identity.stig ?? '',
  rules: modules.map(({ identity }, i) =>
    inventedRule(i, {
      groupId: identity.vulnId,
      ruleId: identity.ruleId,
      stigId: identity.stigId,
      severity: identity.severity,
      ccis: identity.ccis,
      checkContent: textOf(identity),
    }),
  ),
});
