import { filesOf } from './apply.js';
import { type Case, caseOf } from './case.js';
import { checkCase, type Failure } from './check.js';
import { operationOf } from './damage.js';
import type { Evaluate } from './evaluate.js';
import { minimise } from './minimise.js';

/** What a run did. Counts are by what was asked, in which format, and what the program said. */
export interface Tally {
  readonly counts: Map<string, number>;
  readonly failures: { readonly index: number; readonly report: string; readonly isTold: boolean }[];
  cases: number;
  failed: number;
}

export const newTally = (): Tally => ({ counts: new Map(), failures: [], cases: 0, failed: 0 });

const count = (tally: Tally, key: string): void => void tally.counts.set(key, (tally.counts.get(key) ?? 0) + 1);

/** Runs the case with a number; of failures only the first few are made smaller and told with their bytes. */
export const runCase = async (
  seed: number,
  index: number,
  evaluate: Evaluate,
  tally: Tally,
  told = 10,
): Promise<void> => {
  const one = caseOf(seed, index);
  const { status, failure } = await checkCase(one, evaluate);
  tally.cases++;
  count(tally, `asked\t${one.kind}`);
  for (const format of new Set(one.files.map(({ dialect }) => dialect.format))) count(tally, `format\t${format}`);
  count(tally, `verdict\t${status}`);
  if (one.kind === 'damaged') {
    count(tally, `verdict, damaged\t${status}`);
    for (const damage of one.damages) count(tally, `damage\t${operationOf(damage).name}`);
  }
  if (failure === undefined) return;
  tally.failed++;
  count(tally, `failure\t${failure.what}`);
  const title = `case ${index} of seed ${seed} (${one.kind}): ${failure.what}`;
  const isTold = tally.failures.length < told;
  const detail = isTold ? await smallest(one, failure, evaluate) : failure.detail;
  tally.failures.push({ index, report: `${title}: ${detail}`, isTold });
};

/** The smallest case that fails in the same way, with its bytes. */
const smallest = async (one: Case, failure: Failure, evaluate: Evaluate): Promise<string> => {
  const small = await minimise(one, failure, evaluate);
  const asked = small.failure.files === undefined ? small.one : { files: small.failure.files, damages: [] };
  const files = filesOf(asked).map(
    ({ plan, bytes, operations }) =>
      `  ${plan.dialect.format}, ${plan.dialect.encoding}${operations.length > 0 ? `, ${operations.join(', ')}` : ''}:\n    ${escaped(bytes)}`,
  );
  return `${small.failure.detail}\n${files.join('\n')}`;
};

/** Bytes as a line of ASCII that a terminal shows as it is and JSON.parse gives back. */
export const escaped = (bytes: Uint8Array): string => {
  return JSON.stringify(Buffer.from(bytes).toString('latin1')).replace(
    /[\x7f-\xff]/g,
    (c) => `\\u00${c.charCodeAt(0).toString(16)}`,
  );
};
