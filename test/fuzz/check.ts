import { filesOf } from './apply.js';
import { bytesOfFile, type Case, type FilePlan, shownBy } from './case.js';
import { randomDialect, strengthOf } from './dialect.js';
import type { Evaluate, Outcome } from './evaluate.js';
import { isSendConnector, properties, randomFacts, type Value } from './facts.js';
import { type Random, randomOf } from './random.js';
import { failingRecord } from './survivors/failing.js';
import { survivalOf } from './survivors/survives.js';
import { type Expected, expectedOf, worst } from './truth.js';

export interface Failure {
  readonly what:
    | 'exception'
    | 'false-pass'
    | 'unreported-damage'
    | 'lost-finding'
    | 'wrong-verdict'
    | 'wrong-strength'
    | 'refused'
    | 'false-alarm'
    | 'differs'
    | 'oracle';
  readonly detail: string;
  /** The files of the question that failed, where they are not the case's own. */
  readonly files?: readonly FilePlan[] | undefined;
}

export interface Result {
  /** What the program said of the case's files; of the last question where it was asked several times. */
  readonly status: string;
  readonly failure?: Failure | undefined;
}

/** Runs a case and holds what comes out against what the facts call for. An exception is a failure like any other. */
export const checkCase = async (one: Case, evaluate: Evaluate): Promise<Result> => {
  try {
    return await checks[one.kind](one, evaluate, randomOf(one.seed));
  } catch (error) {
    return {
      status: 'exception',
      failure: { what: 'exception', detail: String(error instanceof Error ? error.stack : error) },
    };
  }
};

type Check = (one: Case, evaluate: Evaluate, random: Random) => Promise<Result>;

const undamaged = (files: readonly FilePlan[], evaluate: Evaluate): Promise<Outcome> =>
  evaluate(files.map(bytesOfFile));

/** The exact verdict, the exact clauses of each connector, and no alarm without a cause. */
const clean: Check = async ({ files }, evaluate) => {
  const outcome = await undamaged(files, evaluate);
  return { status: outcome.status, failure: againstFacts(outcome, files) ?? againstOracle(outcome, files) };
};

/** The same facts in another four dialects, one of each format. */
const agree: Check = async (one, evaluate, random) => {
  const first = await undamaged(one.files, evaluate);
  const failure = againstFacts(first, one.files);
  if (failure !== undefined) return { status: first.status, failure };
  for (const format of ['csv', 'json', 'clixml', 'list'] as const) {
    const files = one.files.map((file) => ({ ...file, dialect: randomDialect(random, format) }));
    const other = await undamaged(files, evaluate);
    const same = canBeMatched(one.files) && canBeMatched(files) && first.isDoubtful === other.isDoubtful;
    const difference = againstFacts(other, files) ?? (same ? sameResults(first, other, `as ${format}`) : undefined);
    if (difference !== undefined) return { status: other.status, failure: { ...difference, files } };
  }
  return { status: first.status };
};

/** One connector more: what was open stays open, and nothing gets better. */
const grow: Check = async (one, evaluate, random) => {
  const before = await undamaged(one.files, evaluate);
  const at = random.int(one.files.length);
  const added = randomFacts(random, 0.7);
  const files = one.files.map((file, i) =>
    i === at ? { ...file, connectors: random.shuffle([...file.connectors, added]) } : file,
  );
  const after = await undamaged(files, evaluate);
  const failure = againstFacts(before, one.files) ?? againstFacts(after, files);
  if (failure === undefined && worst([before.status, after.status]) !== after.status)
    return {
      status: after.status,
      failure: { what: 'differs', detail: `${before.status}, and ${after.status} with one more` },
    };
  return { status: after.status, failure: failure && { ...failure, files } };
};

/** The order of records, of columns and of files does not matter. */
const order: Check = async (one, evaluate, random) => {
  const before = await undamaged(one.files, evaluate);
  const files = random.shuffle(
    one.files.map((file) => ({
      ...file,
      connectors: random.shuffle(file.connectors),
      columns: random.shuffle(file.columns),
    })),
  );
  const after = await undamaged(files, evaluate);
  const failure = againstFacts(before, one.files) ?? againstFacts(after, files) ?? sameVerdicts(before, after);
  return { status: after.status, failure: failure && { ...failure, files } };
};

/** One record lacks a property: that is unknown, and the verdict follows. */
const lacking: Check = async ({ files }, evaluate) => {
  const outcome = await undamaged(files, evaluate);
  return { status: outcome.status, failure: againstFacts(outcome, files.map(asRead)) };
};

/**
 * Where every line stands alone, an object begins where a label comes again: a record that lacks the first property is given the next
 * record's, and so on to the last, which has none.
 */
const asRead = (file: FilePlan): FilePlan => {
  const { connectors, columns, dialect, twist } = file;
  if (twist === undefined || columns[0] !== twist.column) return file;
  if (dialect.format !== 'list' || dialect.noise !== 'double-spaced') return file;
  const read = connectors.map((own, i) => {
    const next = connectors[i + 1];
    if (i < twist.record || next === undefined) return own;
    const { domainSecure, dnsRouting, level, tlsDomain } = next;
    const taken = {
      DomainSecureEnabled: { domainSecure },
      DNSRoutingEnabled: { dnsRouting },
      TlsAuthLevel: { level },
      TlsDomain: { tlsDomain },
    }[twist.column];
    return { ...own, ...taken };
  });
  return { ...file, connectors: read, twist: { ...twist, record: connectors.length - 1 } };
};

/** One record has a property twice, with different values: which one counts cannot be known, and the rest of it can. */
const twice: Check = async ({ files }, evaluate) => {
  const outcome = await undamaged(files, evaluate);
  const { status } = outcome;
  const [file] = files;
  if (file?.twist === undefined || !isAnother(file, file.twist)) return { status };
  // Where every line stands alone, a label that comes again begins another object.
  if (file.dialect.format === 'list' && file.dialect.noise === 'double-spaced') return { status };
  const { record, column } = file.twist;
  const lacking = shownBy([{ ...file, twist: { record, column } }]);
  if (!lacking.every(({ columns }) => isSendConnector(columns))) return { status };
  const expected = expectedOf(lacking);
  const isRight = expected.status === 'open' ? status === 'open' : status === 'not_reviewed';
  return isRight
    ? { status }
    : {
        status,
        failure: { what: 'wrong-verdict', detail: `${status} instead of ${expected.status}: ${codes(outcome)}` },
      };
};

const isAnother = (file: FilePlan, { record, column, again }: NonNullable<FilePlan['twist']>): boolean => {
  const facts = file.connectors[record];
  const value = facts === undefined ? undefined : properties[column]?.(facts);
  const text = (one: Value | undefined): string =>
    one === undefined || one.kind === 'null' ? '' : 'value' in one ? String(one.value) : 'text' in one ? one.text : '';
  return text(value).toLowerCase() !== text(again).toLowerCase();
};

/** A pass needs what survives to say it, and every damage that shows to be reported; a failing record that survives is a finding. */
const damaged: Check = async (one, evaluate) => {
  const files = filesOf(one);
  const outcome = await evaluate(files.map((file) => file.bytes));
  if (outcome.status === 'open') return { status: outcome.status };
  if (outcome.status !== 'not_a_finding') {
    const lost = files.map((file) => failingRecord(file.plan, file.bytes)).find((text) => text !== undefined);
    return {
      status: outcome.status,
      failure:
        lost === undefined
          ? undefined
          : {
              what: 'lost-finding',
              detail: `${outcome.status} (${codes(outcome)}) with the record ${JSON.stringify(lost)}`,
            },
    };
  }
  const reported = outcome.reports.some(({ severity }) => severity !== 'info');
  const everybody = one.files.flatMap((file) => file.connectors);
  for (const { plan, bytes, changed } of files) {
    const { against, visible } = survivalOf(bytes, plan.dialect, everybody);
    const [reason] = against;
    if (reason !== undefined) return { status: outcome.status, failure: { what: 'false-pass', detail: reason } };
    if (changed && !reported && visible.length > 0)
      return {
        status: outcome.status,
        failure: { what: 'unreported-damage', detail: [...new Set(visible)].join(', ') },
      };
  }
  return { status: outcome.status };
};

const checks: Readonly<Record<Case['kind'], Check>> = { clean, agree, grow, order, lacking, twice, damaged };

const markerIn = (label: string): string => /Q[\da-f]{6}Z/.exec(label)?.[0] ?? '';

const lines = (results: readonly string[]): string => [...results].sort().join('\n');

const againstFacts = (outcome: Outcome, files: readonly FilePlan[]): Failure | undefined => {
  const shown = shownBy(files);
  const expected = expectedOf(shown);
  // Of a record that nothing makes a send connector, another cmdlet may be the author.
  if (!shown.every(({ columns }) => isSendConnector(columns)))
    return outcome.status === 'not_a_finding' && expected.status !== 'not_a_finding'
      ? { what: 'false-pass', detail: `instead of ${expected.status}` }
      : undefined;
  if (outcome.refused) return { what: 'refused', detail: codes(outcome) };
  const strength = strengthOfAll(files);
  if (strength !== undefined && outcome.isDoubtful !== (strength === 'doubtful'))
    return { what: 'wrong-strength', detail: `not ${strength}: ${codes(outcome)}` };
  const isWithheld = outcome.isDoubtful && expected.status === 'not_a_finding';
  const status = isWithheld ? 'not_reviewed' : expected.status;
  if (outcome.status !== status) {
    const what = outcome.status === 'not_a_finding' ? 'false-pass' : 'wrong-verdict';
    return { what, detail: `${outcome.status} instead of ${status} (${codes(outcome)})` };
  }
  const wrong = canBeMatched(files) ? wrongConnectors(outcome, expected) : undefined;
  return wrong ?? (strength === 'whole' ? falseAlarm(outcome, files) : undefined);
};

/** A host's evidence is as strong as its weakest file. A connector without any name is in doubt, and a GUID is no name. */
const strengthOfAll = (files: readonly FilePlan[]): 'whole' | 'doubtful' | undefined => {
  const strengths = files.map((file) => strengthOf(file.dialect));
  const isNamed = files.every(({ columns }) =>
    columns.some((name) => /^(Name|Identity|DistinguishedName)$/.test(name)),
  );
  if (strengths.includes('doubtful') || !isNamed) return 'doubtful';
  const isOpen = strengths.includes(undefined) || files.some((file) => file.twist !== undefined || hasMostOfAll(file));
  return isOpen ? undefined : 'whole';
};

/** A list with most of what Format-List prints unasked may have lost the rest: whether somebody selected so many is left open. */
const hasMostOfAll = ({ dialect, columns }: FilePlan): boolean =>
  dialect.format === 'list' && columns.filter((name) => !scarce.test(name)).length > 13;

/** Properties that not every version of Exchange has, and what sessions add. */
const scarce = /^(Guid|DistinguishedName|Tls\w+|AuthenticationCredential|PSComputerName|RunspaceId)$/;

/** A value that was wrapped may be one with another space or line end: not the same as elsewhere. */
const canBeMatched = (files: readonly FilePlan[]): boolean =>
  files.length === 1 || !files.some(({ dialect }) => dialect.format === 'list' && dialect.width < 1000);

const wrongConnectors = (outcome: Outcome, expected: Expected): Failure | undefined => {
  const undecided = new Set(expected.connectors.filter(({ clauses }) => clauses === '').map(({ marker }) => marker));
  const wanted = expected.connectors.map(({ marker, status, clauses }) => `${marker} ${status} ${clauses}`);
  const got = outcome.connectors.map(({ label, status, clauses }) => {
    const marker = markerIn(label);
    return `${marker} ${status} ${undecided.has(marker) ? '' : clauses}`;
  });
  if (lines(wanted) === lines(got)) return undefined;
  return { what: 'wrong-verdict', detail: `the connectors are\n${lines(got)}\ninstead of\n${lines(wanted)}` };
};

/** Errors and warnings about an export in which there is nothing to report. */
const falseAlarm = (outcome: Outcome, files: readonly FilePlan[]): Failure | undefined => {
  const garbage = shownBy(files).some(({ facts }) =>
    [facts.domainSecure, facts.dnsRouting, facts.enabled, facts.level].some(
      (told) => told !== null && typeof told === 'object',
    ),
  );
  const expected = new Set([
    'property-missing',
    ...(garbage ? ['property-unreadable'] : []),
    ...(files.length > 1 ? ['records-differ'] : []),
  ]);
  const alarms = outcome.reports.filter(({ code, severity }) => severity !== 'info' && !expected.has(code));
  return alarms.length === 0 ? undefined : { what: 'false-alarm', detail: alarms.map(({ code }) => code).join(', ') };
};

/** The naive readers must see a good export as it is, or what they say of a damaged one is worth nothing. */
const againstOracle = (outcome: Outcome, files: readonly FilePlan[]): Failure | undefined => {
  if (outcome.status !== 'not_a_finding') {
    const found = files.some((file) => failingRecord(file, bytesOfFile(file)) !== undefined);
    return found && outcome.status !== 'open' ? { what: 'oracle', detail: 'a finding that is none' } : undefined;
  }
  for (const file of files) {
    const { against, visible } = survivalOf(bytesOfFile(file), file.dialect, file.connectors);
    const found = [...against, ...visible.filter((what) => !what.endsWith('that is none'))];
    if (found.length > 0) return { what: 'oracle', detail: found.join(', ') };
  }
  return undefined;
};

const sameResults = (a: Outcome, b: Outcome, how: string): Failure | undefined => {
  const of = (outcome: Outcome): string =>
    lines([
      outcome.status,
      ...outcome.connectors.map(({ label, status, clauses, actual }) => {
        const marker = markerIn(label);
        return `${marker} ${status} ${clauses} ${actual}`;
      }),
    ]);
  return of(a) === of(b) ? undefined : { what: 'differs', detail: `${how}:\n${of(b)}\nand not\n${of(a)}` };
};

/** Which of several equally bad records of a connector is shown may depend on the order; the verdicts do not. */
const sameVerdicts = (a: Outcome, b: Outcome): Failure | undefined => {
  const of = ({ status, connectors }: Outcome): string =>
    lines([status, ...connectors.map((one) => markerIn(one.label) + one.status)]);
  return of(a) === of(b) ? undefined : { what: 'differs', detail: `in another order:\n${of(b)}\nand not\n${of(a)}` };
};

const codes = (outcome: Outcome): string =>
  outcome.reports
    .filter(({ severity }) => severity !== 'info')
    .map(({ code }) => code)
    .join(', ');
