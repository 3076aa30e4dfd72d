import { type Diagnostic, diagnostic, type Reading } from '../../diagnostics/diagnostic.js';
import { releaseOf } from '../../model/benchmark.js';
import type { Asset, Checklist, Status } from '../../model/checklist.js';
import { countStatuses } from '../count-statuses.js';
import { isSameHost } from '../same-host.js';
import { type FieldConflict, mergeAssets } from './merge-assets.js';
import { type LeftBehind, type MergePart, mergeStigs, type RuleConflict } from './merge-stigs.js';
import type { Preference } from './preferences.js';

/** What a merge found and decided; files are numbered from 0. */
export interface MergeReport {
  readonly host: string;
  readonly files: readonly string[];
  readonly prefer: Preference;
  readonly stigs: readonly {
    readonly id: string;
    readonly release: string;
    readonly counts: Readonly<Record<Status, number>>;
  }[];
  readonly conflicts: readonly RuleConflict[];
  readonly fields: readonly FieldConflict[];
  readonly leftBehind: readonly LeftBehind[];
}

export interface Merged {
  readonly checklist: Checklist;
  readonly report: MergeReport;
}

export interface MergeOptions {
  readonly prefer: Preference;
  /** The asset's fields that the user gives; they override the files. */
  readonly given: ReadonlySet<keyof Asset>;
}

/**
 * Merges checklists and results of one host into one: the first with what the others say besides. A rule that one file answers has that answer; of
 * answers that differ `prefer` says which counts, and an answer is taken whole. There is a report whenever the files are of one host, also of what
 * was refused.
 *
 * @returns Refusals: `merge-hosts-differ`; `merge-conflict`, `merge-time-missing` and `merge-time-same` for each rule whose answers differ and are
 *   not decided; `merge-field-differs`. Warnings: `merge-conflict-decided` and `merge-field-kept`, `merge-host-empty`, `merge-other-release`,
 *   `merge-left-behind`
 */
export const mergeChecklists = (
  parts: readonly [MergePart, ...MergePart[]],
  { prefer, given }: MergeOptions,
): Reading<Merged> & { readonly report?: MergeReport | undefined } => {
  const hosts = checkHosts(parts, given.has('hostName'));
  if (hosts.some(({ severity }) => severity === 'error')) return { ok: false, diagnostics: hosts };
  const [base] = parts;
  const checklists = parts.map(({ checklist }) => checklist);
  const { asset, conflicts: fields } = mergeAssets(
    [base.checklist.asset, ...checklists.slice(1).map((one) => one.asset)],
    given,
  );
  const merged = mergeStigs(parts, prefer);
  const others = [...fields, ...assessors(checklists)];
  const checklist: Checklist = { ...base.checklist, asset, stigs: merged.stigs };
  const assessor = checklists.find((one) => one.assessor !== undefined)?.assessor;
  const value: Merged = {
    checklist: assessor === undefined ? checklist : { ...checklist, assessor },
    report: {
      host: asset.hostName,
      files: parts.map(({ file }) => file),
      prefer,
      stigs: merged.stigs.map((stig) => ({
        id: stig.benchmark.id,
        release: releaseOf(stig.benchmark),
        counts: countStatuses({ stigs: [stig] }),
      })),
      conflicts: merged.conflicts,
      fields: others,
      leftBehind: merged.leftBehind,
    },
  };
  const nameOf = (file: number): string => parts[file]?.file ?? '';
  const diagnostics: readonly Diagnostic[] = [
    ...hosts,
    ...merged.otherReleases.map(({ file, ...release }) =>
      diagnostic('merge-other-release', { file: nameOf(file) }, release),
    ),
    ...merged.conflicts.map((conflict) => tellConflict(conflict, prefer, nameOf)),
    ...others.map(({ field, kept, other }) =>
      diagnostic(
        prefer === 'refuse' ? 'merge-field-differs' : 'merge-field-kept',
        { file: nameOf(other.file), property: field },
        { field, kept: kept.value, keptFile: nameOf(kept.file), other: other.value },
      ),
    ),
    ...merged.leftBehind.map(({ rule, answer, stig, release }) =>
      diagnostic(
        'merge-left-behind',
        { file: nameOf(answer.file), property: rule.groupId || rule.ruleId },
        { status: answer.status, rule: rule.ruleId, stig: `${stig} ${release}` },
      ),
    ),
  ];
  const ok = diagnostics.every(({ severity }) => severity !== 'error');
  return ok ? { ok, value, diagnostics, report: value.report } : { ok, diagnostics, report: value.report };
};

/** The assessor, according to the files. */
const assessors = (checklists: readonly Checklist[]): readonly FieldConflict[] => {
  const [kept, ...others] = checklists.flatMap(({ assessor }, file) =>
    assessor === undefined ? [] : [{ file, value: assessor }],
  );
  return kept === undefined
    ? []
    : others.filter(({ value }) => value !== kept.value).map((other) => ({ field: 'assessor', kept, other }));
};

const tellConflict = (conflict: RuleConflict, prefer: Preference, nameOf: (file: number) => string): Diagnostic => {
  const { rule, answers, kept, undecided } = conflict;
  const said = answers.map(({ file, status }) => `${nameOf(file)}: ${status}`).join('; ');
  const place = { file: nameOf((kept ?? answers[0])?.file ?? 0), property: rule.groupId || rule.ruleId };
  if (kept !== undefined) return diagnostic('merge-conflict-decided', place, { said, kept: nameOf(kept.file), prefer });
  if (undecided === 'refuse') return diagnostic('merge-conflict', place, { said });
  const blamed = { file: nameOf(conflict.file ?? 0), property: place.property };
  return undecided === 'no time'
    ? diagnostic('merge-time-missing', blamed, { said })
    : diagnostic('merge-time-same', blamed, { said });
};

const checkHosts = (parts: readonly MergePart[], isGiven: boolean): readonly Diagnostic[] => {
  const named = parts.filter(({ checklist }) => checklist.asset.hostName !== '');
  const differ = named.flatMap((one, i) => {
    const other = named
      .slice(0, i)
      .find((earlier) => !isSameHost(earlier.checklist.asset.hostName, one.checklist.asset.hostName));
    return other === undefined
      ? []
      : [
          diagnostic(
            'merge-hosts-differ',
            { file: one.file },
            { host: one.checklist.asset.hostName, other: other.checklist.asset.hostName, otherFile: other.file },
          ),
        ];
  });
  const silent = parts.filter((one) => !named.includes(one) && (named.length > 0 || isGiven));
  return [...differ, ...silent.map(({ file }) => diagnostic('merge-host-empty', { file }))];
};
