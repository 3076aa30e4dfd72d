import type { Case, FilePlan } from './case.js';
import { checkCase, type Failure } from './check.js';
import type { Dialect } from './dialect.js';
import type { Evaluate } from './evaluate.js';

const plainest: Readonly<Record<string, unknown>> = {
  encoding: 'utf-8',
  eol: '\n',
  nameCase: 'as-is',
  booleans: 'True',
  quoting: 'needed',
  delimiter: ',',
  typeLine: false,
  sepLine: false,
  nulls: 'nothing',
  appended: false,
  shape: 'array',
  bare: false,
  space: 'none',
  texts: false,
  enums: 'word',
  domains: 'text',
  identities: 'text',
  escaped: false,
  sets: 'Props',
  types: 'none',
  prefix: '',
  declaration: false,
  marker: false,
  references: false,
  whole: false,
  indented: false,
  width: 4000,
  prompt: false,
  noise: 'none',
  stripped: false,
  version: 5,
};

/** Cases that are a little smaller: a damage, a file, a connector or a column less, or a plainer dialect. */
function* smaller(one: Case): Generator<Case> {
  for (const i of one.damages.keys()) yield { ...one, damages: one.damages.filter((_, at) => at !== i) };
  if (one.files.length > 1)
    for (const i of one.files.keys())
      yield {
        ...one,
        files: one.files.filter((_, at) => at !== i),
        damages: one.damages.filter(({ file }) => file !== i).map((damage) => ({ ...damage, file: 0 })),
      };
  for (const [i, file] of one.files.entries()) {
    const put = (plan: FilePlan): Case => ({ ...one, files: one.files.with(i, plan) });
    if (file.connectors.length > 1 && file.twist === undefined)
      for (const at of file.connectors.keys()) yield put({ ...file, connectors: file.connectors.toSpliced(at, 1) });
    for (const [at, column] of file.columns.entries())
      if (file.columns.length > 1 && column !== file.twist?.column && (column !== 'Name' || one.files.length === 1))
        yield put({ ...file, columns: file.columns.toSpliced(at, 1) });
    for (const [key, value] of Object.entries(file.dialect))
      if (key in plainest && plainest[key] !== value)
        yield put({ ...file, dialect: { ...file.dialect, [key]: plainest[key] } as Dialect });
  }
}

/** The smallest case found that fails in the same way. `tries` bounds the work. */
export const minimise = async (
  one: Case,
  failure: Failure,
  evaluate: Evaluate,
  tries = 1500,
): Promise<{ readonly one: Case; readonly failure: Failure }> => {
  let best = { one, failure };
  let left = tries;
  for (let better = true; better && left > 0; ) {
    better = false;
    for (const candidate of smaller(best.one)) {
      if (left-- <= 0) break;
      const found = (await checkCase(candidate, evaluate)).failure;
      if (found?.what !== failure.what) continue;
      best = { one: candidate, failure: found };
      better = true;
      break;
    }
  }
  return best;
};
