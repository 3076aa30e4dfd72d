import { renderOutputs } from '../../src/assess/render-outputs.js';
import { newTemplates, type Templates } from '../../src/assess/templates.js';
import { builtInBenchmark } from '../../src/benchmark/built-in.js';
import type { Benchmark } from '../../src/model/benchmark.js';
import type { Asset, Checklist, ReviewedRule } from '../../src/model/checklist.js';
import { uuidV5 } from '../../src/text/uuid.js';
import { inventedRule, oneRule, testTool, withReviews } from './checklists.js';

const { asset } = oneRule();
export const formats = ['ckl', 'cklb', 'xccdf'] as const;
export const rules = [...builtInBenchmark('V2R2').rules, inventedRule(1), inventedRule(2), inventedRule(3)];
export const benchmark = { ...builtInBenchmark('V2R2'), rules };

/** The files as texts: that they are UTF-8 is checked, and comparing bytes one by one takes long. */
export const render = async (checklist: Checklist, templates?: Templates, cklbStrict = false) => {
  const rendered = await renderOutputs(checklist, formats, { tool: testTool, cklbStrict }, templates);
  const toText = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  return rendered.ok
    ? { ...rendered, value: rendered.value.map(({ bytes, ...file }) => ({ ...file, text: toText(bytes) })) }
    : rendered;
};

/** How many hosts were filled in. */
export const filledIn = ({ shapes }: Templates): number =>
  shapes().reduce((sum, { template }) => sum + (typeof template === 'object' ? template.count : 0), 0);

/** A host of a fleet, with one review for each of the first rules. */
export const hostOf = (
  number: number,
  reviews: readonly Partial<ReviewedRule>[] = [{}],
  change: Partial<Asset> = {},
  from: Benchmark = benchmark,
): Checklist => {
  const judged = reviews.map((review) => ({
    status: 'open' as const,
    findingDetails: `One of 2 send connectors of ${number} is open.`,
    ...review,
  }));
  const named = { ...asset, hostName: `EDGE${number}`, fqdn: `edge${number}.example.mil`, ...change };
  const made = withReviews(named, from, judged);
  const own = (uuid: string) => uuidV5(`${number}`, uuid);
  return {
    ...made,
    ...{ id: own(made.id), title: `${named.hostName}_STIG`.replace(/[^\w.-]/g, '_') },
    stigs: made.stigs.map((stig) => ({
      ...stig,
      uuid: own(stig.uuid),
      reviews: stig.reviews.map((review) => ({ ...review, uuid: own(review.uuid) })),
    })),
  };
};

/** Templates that hosts like `hostOf` are filled in by. */
export const learnt = async (reviews?: readonly Partial<ReviewedRule>[], from?: Benchmark): Promise<Templates> => {
  const templates = newTemplates();
  for (const number of [1, 2]) await render(hostOf(number, reviews, {}, from), templates);
  return templates;
};
