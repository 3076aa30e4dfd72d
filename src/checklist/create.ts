import { checklistBaseName } from '../formats/file-name.js';
import { type Benchmark, releaseOf } from '../model/benchmark.js';
import type { Asset, Checklist, Status } from '../model/checklist.js';
import { uuidBytes, uuidV5 } from '../text/uuid.js';

export interface CreateChecklistInput {
  readonly benchmark: Benchmark;
  readonly asset: Asset;
  /** By rule id (`SV-259594r961863_rule`): a benchmark may have several rules of one group. */
  readonly reviews: ReadonlyMap<string, { readonly status: Status; readonly findingDetails: string }>;
  /** ISO 8601 in UTC with `Z`. */
  readonly assessedAt: string;
  /** When the evidence was made, where that is known: ISO 8601 in UTC with `Z`. */
  readonly collectedAt?: string | undefined;
  /** Who assessed, as the user says. */
  readonly assessor?: string | undefined;
  /** What tells this assessment from others of the same host, STIG and time: the hashes of its evidence. */
  readonly seed: string;
}

/**
 * Makes the checklist of one host and one STIG: every rule of the benchmark in its order, those without a review
 * not_reviewed with empty texts. Comments belong to people and are empty. The same input gives the same UUIDs.
 */
export const createChecklist = (input: CreateChecklistInput): Checklist => {
  const { rules, ...benchmark } = input.benchmark;
  const { hostName } = input.asset;
  const release = releaseOf(benchmark);
  const id = uuidV5(JSON.stringify(['checklist', hostName, benchmark.id, release, input.assessedAt, input.seed]));
  const namespace = uuidBytes(id);
  return {
    id,
    title: checklistBaseName({ hostName, benchmarkId: benchmark.id, release }, 'cklb'),
    asset: input.asset,
    stigs: [
      {
        uuid: uuidV5(`stig ${benchmark.id} ${release}`, namespace),
        benchmark,
        reviews: rules.map((rule) => ({
          rule,
          uuid: uuidV5(`rule ${rule.ruleId}`, namespace),
          ...(input.reviews.get(rule.ruleId) ?? { status: 'not_reviewed', findingDetails: '' }),
          comments: '',
        })),
      },
    ],
    assessedAt: input.assessedAt,
    ...(input.collectedAt === undefined ? {} : { collectedAt: input.collectedAt }),
    ...(input.assessor === undefined ? {} : { assessor: input.assessor }),
  };
};
