import type { ParsedDocument } from '../../src/documents/document.js';
import { byItsParser } from '../../src/importers/stig-manager/by-its-parser.js';
import type { PredictedReview, StigManagerPrediction } from '../../src/importers/stig-manager/prediction.js';
import { predictStigManager, stigManager } from '../../src/importers/stig-manager.js';
import { elementsOf, type XmlElement } from '../../src/xml/tree.js';
import { argsOf } from './args-of.js';

/** STIG Manager's own parsers, and how far the prediction agrees with them. */
interface RealReview {
  readonly ruleId: unknown;
  readonly result: unknown;
  readonly detail: unknown;
  readonly comment: unknown;
}

interface RealResult {
  readonly target: { readonly name: unknown; readonly fqdn?: unknown; readonly ip?: unknown; readonly mac?: unknown };
  readonly checklists: readonly {
    readonly benchmarkId: unknown;
    readonly revisionStr: unknown;
    readonly reviews: readonly RealReview[];
  }[];
}

type RealParser = (parameters: object) => RealResult;

const packageName = '@nuwcdivnpt/stig-manager-client-modules';
export const client: Readonly<Record<string, RealParser>> | undefined = await import(packageName).catch(
  () => undefined,
);
if (client === undefined) console.warn(`skipped: ${packageName} is not installed`);

const parserNames = { ckl: 'reviewsFromCkl', cklb: 'reviewsFromCklb', xccdf: 'reviewsFromXccdf' } as const;

/** What the real parser makes of a file, in the words of the prediction. */
export const really = (format: ParsedDocument['format'], text: string): StigManagerPrediction => {
  const parse = client?.[parserNames[format]];
  if (parse === undefined) throw new Error(`no ${parserNames[format]}`);
  let result: RealResult;
  try {
    result = parse({
      data: Buffer.from(text),
      fieldSettings: {
        detail: { enabled: 'always', required: 'always' },
        comment: { enabled: 'findings', required: 'findings' },
      },
      allowAccept: true,
      importOptions: {
        autoStatus: 'saved',
        unreviewed: 'commented',
        unreviewedCommented: 'informational',
        emptyDetail: 'replace',
        emptyComment: 'ignore',
      },
      scapBenchmarkMap: new Map(),
    });
  } catch {
    return { refused: true, checklists: [] };
  }
  const { name, fqdn, ip, mac } = result.target;
  return {
    refused: false,
    host: asText(name) ?? undefined,
    fqdn: asText(fqdn || null),
    ip: asText(ip || null),
    mac: asText(mac || null),
    checklists: result.checklists.map(({ benchmarkId, revisionStr, reviews }) => ({
      benchmarkId: String(benchmarkId),
      revision: revisionStr === null ? null : String(revisionStr),
      reviews: reviews.map((review) => ({
        ruleId: asText(review.ruleId) ?? undefined,
        result: String(review.result) as PredictedReview['result'],
        detail: standsIn(review.detail) ? null : asText(review.detail),
        comment: asText(review.comment),
      })),
    })),
  };
};

const asText = (value: unknown): string | null | undefined =>
  typeof value === 'string' || value === null ? value : undefined;

const standsIn = (detail: unknown): boolean =>
  typeof detail === 'string' &&
  (detail === 'There is no detail provided for the assessment' || detail.startsWith('Result was reported by product '));

/** How the prediction differs from the parser, or the diagnostics from both; none where they agree. */
export const disagreement = (parsed: ParsedDocument, text: string): string | undefined => {
  const real = really(parsed.format, text);
  const predicted = predictStigManager(parsed, byItsParser);
  if (JSON.stringify(normal(real)) !== JSON.stringify(normal(predicted)))
    return `predicted ${short(predicted)}, really ${short(real)}`;
  const diagnostics = stigManager(byItsParser).predict(parsed);
  const refusals = diagnostics.filter(({ code }) => code.startsWith('stig-manager-refuses-'));
  if (refusals.length > 0 !== real.refused || refusals.some(({ severity }) => severity !== 'error'))
    return `refused: ${real.refused}, diagnosed: ${refusals.map((d) => d.code)}`;
  if (real.refused) return undefined;
  const arrived = real.checklists.reduce((sum, { reviews }) => sum + reviews.length, 0);
  const left = diagnostics.reduce((sum, d) => {
    const { code } = d;
    const actual = argsOf(d)['count'] ?? argsOf(d)['rules'];
    if (code === 'stig-manager-drops-status' || code === 'stig-manager-drops-rule-id') return sum + 1;
    return ['stig-manager-drops-stig', 'stig-manager-passes-over', 'stig-manager-unjudged'].includes(code)
      ? sum + Number(actual)
      : sum;
  }, 0);
  const rules = rulesIn(parsed);
  return rules === arrived + left
    ? undefined
    : `of ${rules} rules ${arrived} arrive and ${left} are said to be dropped`;
};

/** How many rules a document holds where the format has them. */
const rulesIn = (parsed: ParsedDocument): number => {
  if (parsed.format === 'cklb') {
    const { stigs } = parsed.value as { readonly stigs: readonly { readonly rules?: unknown }[] };
    return stigs.reduce((sum, { rules }) => sum + (Array.isArray(rules) ? rules.length : 0), 0);
  }
  const below = (elements: readonly XmlElement[], name: string): readonly XmlElement[] =>
    elements.flatMap((element) => elementsOf(element, name));
  if (parsed.format === 'ckl') return below(below(below([parsed.root], 'STIGS'), 'iSTIG'), 'VULN').length;
  const results = parsed.root.name === 'TestResult' ? [parsed.root] : below([parsed.root], 'TestResult');
  return below(results, 'rule-result').length;
};

const normal = (prediction: StigManagerPrediction): unknown =>
  JSON.parse(
    JSON.stringify([
      prediction.refused,
      prediction.host,
      prediction.fqdn,
      prediction.ip,
      prediction.mac,
      prediction.checklists.map((c) => [
        c.benchmarkId,
        c.revision,
        c.reviews.map((r) => [r.ruleId ?? { object: true }, r.result, asPlain(r.detail), asPlain(r.comment)]),
      ]),
    ]),
  );

const asPlain = (text: string | null | undefined): unknown => (text === undefined ? { object: true } : text);

const short = (prediction: StigManagerPrediction): string => {
  const text = JSON.stringify(prediction);
  return text.length > 900 ? `${text.slice(0, 900)}…` : text;
};
