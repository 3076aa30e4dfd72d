import { type At, assetFields, error, info, warning, where } from '../entry.js';

const dropsThem = (a: At): string => `${where(a, '--replace-details', 'an option in More options')} drops them`;

/** Messages on checklists: update, merge, diff, filling in. */
export const checklist = {
  // checklist: merge, split
  'merge-in-place': info(
    () => 'only the answers that changed were written; every other byte of this file stayed as it was',
  ),
  'merge-status-unknown': error(
    () =>
      'this status cannot be read, so what the file answers is not known; correct it, or convert the file first, which makes the rule not reviewed',
  ),
  'merge-hosts-differ': error(
    (a: { host: string; other: string; otherFile: string }) =>
      `the file is of host ${a.host}, and ${a.otherFile} is of ${a.other}; merge the files of one host at a time`,
  ),
  'merge-several-stigs': error(
    (a: { count: string } & At) =>
      `an XCCDF result holds one STIG, and the files have ${a.count}; ${where(a, 'write a CKL or CKLB with --to', 'choose CKL or CKLB')}`,
  ),
  'merge-host-empty': warning(
    () => 'the file names no host, so it was taken for the host of the others; check that it is',
  ),
  'merge-conflict': error(
    (a: { said: string } & At) =>
      `the files answer the rule differently (${a.said}); ${where(a, 'choose with --prefer worst, first or newest', 'choose the answer to keep')}, or change one of them`,
  ),
  'merge-conflict-decided': warning(
    (a: { said: string; kept: string; prefer: string } & At) =>
      `the files answer the rule differently (${a.said}); the answer in ${a.kept} was kept (${where(a, '--prefer ', 'you chose: ')}${a.prefer}), the others are in the report`,
  ),
  'merge-time-missing': error(
    (a: { said: string } & At) =>
      `the files answer the rule differently (${a.said}), and this one does not say when, so the newest cannot be told; ${where(a, 'use --prefer worst or first', 'choose the worst or the first')}`,
  ),
  'merge-time-same': error(
    (a: { said: string } & At) =>
      `the files answer the rule differently (${a.said}) at the same time, so none is the newest; ${where(a, 'use --prefer worst or first', 'choose the worst or the first')}`,
  ),
  'merge-field-differs': error(
    (a: { field: string; kept: string; keptFile: string; other: string } & At) =>
      `${a.field} is "${a.other}" here and "${a.kept}" in ${a.keptFile}; ${where(a, 'give it with its option, or choose with --prefer', 'choose the answer to keep')}`,
  ),
  'merge-field-kept': warning(
    (a: { field: string; kept: string; keptFile: string; other: string }) =>
      `${a.field} is "${a.other}" here and "${a.kept}" in ${a.keptFile}, which was kept`,
  ),
  'merge-other-release': warning(
    (a: { stig: string; release: string; base: string }) =>
      `${a.stig} is ${a.release} here and ${a.base} in the first file that has it; only answers to the very same rules were merged: "update" carries the others`,
  ),
  'merge-left-behind': warning(
    (a: { status: string; rule: string; stig: string }) =>
      `the answer (${a.status}) to ${a.rule} of ${a.stig} was left behind, because the merged checklist does not have the rule in this revision; update the file first`,
  ),
  // checklist: update, diff
  'update-stig-missing': error(
    (a: { stig: string; stigs: string }) =>
      `the checklist has no STIG ${a.stig}, only ${a.stigs}; name the benchmark of one of these`,
  ),
  'update-stig-twice': error(
    (a: { count: string; stig: string }) =>
      `the checklist has ${a.count} STIGs with the id ${a.stig}; put each in a file of its own`,
  ),
  'update-stig-by-rules': warning(
    (a: { named: string; stig: string }) =>
      `the checklist names ${a.named}, but it has rules of ${a.stig} and was carried to that; check that it is the same STIG`,
  ),
  'update-older': warning(
    (a: { benchmark: string; checklist: string }) =>
      `the benchmark (${a.benchmark}) is older than the checklist (${a.checklist}); check that it is the right one`,
  ),
  'update-same-release': info(
    (a: { release: string }) => `the checklist is already at ${a.release}; its texts were replaced by the benchmark's`,
  ),
  'update-check-changed': warning(
    (a: { status: string; rule: string }) =>
      `the check text changed: the result (${a.status}) was carried to ${a.rule} and marked; review it against the new text`,
  ),
  'update-check-unknown': warning(
    (a: { status: string; rule: string }) =>
      `the checklist lacks the check text behind the result (${a.status}), which was carried to ${a.rule} and marked; review it again`,
  ),
  'update-mark-left-out': warning(
    (a: { length: string }) =>
      `the finding details (${a.length} characters) leave no room for the line that marks them, so a passing status was set to not_reviewed; review it again`,
  ),
  'update-matched-otherwise': warning(
    (a: { rule: string; by: string }) =>
      `matched with ${a.rule} by the ${a.by}, although their group ids differ; compare the two rules`,
  ),
  'update-ambiguous': warning(
    (a: { candidates: string; status: string }) =>
      `cannot tell which rule replaced this one (${a.candidates}); its result (${a.status}) was not carried and is in the report: carry it by hand`,
  ),
  'update-rule-removed': warning(
    (a: { release: string; status: string }) =>
      `the rule is not in ${a.release}; its result (${a.status}) and all its texts are in the report: keep it`,
  ),
  'update-empty-rule-removed': info(
    (a: { release: string; status: string }) =>
      `the rule is not in ${a.release}; it had no result to lose (${a.status})`,
  ),
  'update-rules-added': info(
    (a: { count: string; release: string }) =>
      `${a.count} rules of ${a.release} are new to the checklist: not_reviewed`,
  ),
  'update-severity-changed': info(
    (a: { before: string; now: string }) =>
      `the rule's severity changed from ${a.before} to ${a.now}; an override stays as it is`,
  ),
  'update-new-fault': error(
    () => 'the new file would have errors that the checklist did not have; fix what the other messages name',
  ),
  'diff-not-compared': info(
    (a: { format: string; what: string }) => `not compared, because ${a.format} does not carry it: ${a.what}`,
  ),
  // checklist: filling in
  'fill-in-not-a-checklist': error((a: { what: string }) => `this is ${a.what}; only a CKL or CKLB can be filled in`),
  'fill-in-rule-missing': error(
    (a: { stigs: string; expected: string }) =>
      `the rule is not in this checklist (it has ${a.stigs}); name a checklist of ${a.expected}`,
  ),
  'fill-in-ambiguous': error(
    (a: { places: string }) => `the checklist has the rule more than once (${a.places}); keep one, or split the file`,
  ),
  'fill-in-place': error(
    (a: { expected: string; found: string }) =>
      `expected ${a.expected} here, found ${a.found}; correct the file, then fill it in`,
  ),
  'fill-in-too-long': error(
    (a: { length: string; limit: string } & At) =>
      `together with those already there the finding details would have ${a.length} characters, and the limit is ${a.limit}; shorten the old ones, or drop them ${where(a, 'with --replace-details', 'in More options')}`,
  ),
  'fill-in-host-differs': error(
    (a: { ofChecklist: string; judged: string } & At) =>
      `the checklist is for the host "${a.ofChecklist}", but ${a.judged} was judged; ${where(a, 'correct --host or --into, or use --allow-other-host', 'correct the host name or the checklist, or allow another host in More options')}`,
  ),
  'fill-in-other-host': warning(
    (a: { ofChecklist: string; judged: string }) =>
      `the checklist is for the host "${a.ofChecklist}", but ${a.judged} was judged; filled in anyway, as requested`,
  ),
  'fill-in-host-empty': warning(
    (a: { judged: string }) =>
      `the checklist names no host; make sure that it belongs to ${a.judged}, and add the name`,
  ),
  'fill-in-host-padded': warning(
    (w: { readonly written: string; readonly host: string }) =>
      `the checklist's host name "${w.written}" has blanks around it and stays as it is; importers may take it for another asset: correct it to "${w.host}"`,
  ),
  'fill-in-other-release': warning(
    (a: { ofChecklist: string; judged: string }) =>
      `the checklist has the rule as ${a.ofChecklist}, but ${a.judged} of another release was judged; compare the check texts`,
  ),
  'fill-in-other-stig': warning(
    (a: { ofChecklist: string; judged: string }) =>
      `the checklist has the rule in the STIG ${a.ofChecklist}, but it was judged as one of ${a.judged}; make sure that it is the same rule`,
  ),
  'fill-in-status-replaced': warning(
    (a: { before: string; now: string }) =>
      `the status was ${a.before}, not set by this program, and is now ${a.now}; compare the two`,
  ),
  'fill-in-details-kept': info(
    (a: { length: string } & At) => `${a.length} characters of other finding details stay below these; ${dropsThem(a)}`,
  ),
  'fill-in-details-edited': info(
    (a: At) => `finding details of an earlier run were edited by hand, so they stay below these; ${dropsThem(a)}`,
  ),
  'fill-in-details-dropped': warning(
    (a: { length: string } & At) =>
      `${a.length} characters of other finding details were dropped, as requested${where(a, ' (--replace-details)', '')}`,
  ),
  'fill-in-new-fault': error(
    () => 'filling this in would cause errors that the file did not have; fix what the other messages name',
  ),
  'fill-in-same-file': error(
    () => 'the result would overwrite the checklist itself; use --in-place, or another folder with --out-dir',
  ),
  'fill-in-backup': info((a: { path: string }) => `the previous checklist was kept as ${a.path}`),
  'fill-in-asset-kept': warning(
    (a: { fields: readonly string[] } & At) =>
      `${assetFields(a, a.fields)} was not written, because the asset in the checklist stays as it is; change it there`,
  ),
} as const;
