import { error, info, warning } from '../entry.js';

/** Messages on checklists: update, diff, filling in. */
export const checklist = {
  // checklist: update, diff
  'update-stig-missing': error(
    (a: { stig: string; stigs: string }) =>
      `the checklist has no STIG ${a.stig}, only ${a.stigs}; name the benchmark of a STIG that it has`,
  ),
  'update-stig-twice': error(
    (a: { count: string; stig: string }) =>
      `the checklist has ${a.count} STIGs with the id ${a.stig}, where one was expected; put each into a file of its own`,
  ),
  'update-older': warning(
    (a: { benchmark: string; checklist: string }) =>
      `the benchmark (${a.benchmark}) is older than the checklist (${a.checklist}); a newer one was expected: compare`,
  ),
  'update-same-release': info(
    (a: { release: string }) => `the checklist is of ${a.release} already; its texts are now the benchmark's`,
  ),
  'update-check-changed': warning(
    (a: { status: string; rule: string }) =>
      `the check text changed: the result (${a.status}) is carried to ${a.rule} and marked; review it again by the new text`,
  ),
  'update-check-unknown': warning(
    (a: { status: string; rule: string }) =>
      `the checklist does not hold the check text that the result (${a.status}) was made by: it is carried to ${a.rule} and marked; review it again`,
  ),
  'update-mark-left-out': warning(
    (a: { length: string }) =>
      `the finding details (${a.length} characters) leave no room for the line that marks them; a status that would pass is set to not_reviewed instead: review it again`,
  ),
  'update-matched-otherwise': warning(
    (a: { rule: string; by: string }) =>
      `taken for what ${a.rule} has become, by the ${a.by} (their group ids differ); compare the two rules`,
  ),
  'update-ambiguous': warning(
    (a: { candidates: string; status: string }) =>
      `which rule this has become cannot be told (${a.candidates}); its result (${a.status}) is not carried but in the report: carry it by hand`,
  ),
  'update-rule-removed': warning(
    (a: { release: string; status: string }) =>
      `the rule is not in ${a.release}; its result (${a.status}) is in the report with all its texts: keep that`,
  ),
  'update-empty-rule-removed': info(
    (a: { release: string; status: string }) => `the rule is not in ${a.release}; nothing was said of it (${a.status})`,
  ),
  'update-rules-added': info(
    (a: { count: string; release: string }) =>
      `${a.count} rules of ${a.release} were not in the checklist: not_reviewed`,
  ),
  'update-severity-changed': info(
    (a: { before: string; now: string }) =>
      `the rule's severity was ${a.before} and is ${a.now} now; an override stays as it is`,
  ),
  'update-new-fault': error(
    () => 'the new file would have errors that the checklist did not have; mend what the other messages name',
  ),
  'diff-not-compared': info(
    (a: { format: string; what: string }) =>
      `not compared, as ${a.format} does not carry it: ${a.what}; expected between these formats`,
  ),
  // checklist: filling in
  'fill-in-not-a-checklist': error(
    (a: { what: string }) => `only a CKL or CKLB can be filled in, expected one, not ${a.what}`,
  ),
  'fill-in-rule-missing': error(
    (a: { stigs: string; expected: string }) =>
      `the rule is not in this checklist (it has ${a.stigs}); name a checklist of ${a.expected}`,
  ),
  'fill-in-ambiguous': error(
    (a: { places: string }) =>
      `the rule is there more than once (${a.places}), expected once; keep one, or split the file`,
  ),
  'fill-in-place': error(
    (a: { expected: string; found: string }) =>
      `expected ${a.expected} here, found: ${a.found}; mend the file, then fill it in`,
  ),
  'fill-in-too-long': error(
    (a: { length: string; limit: string }) =>
      `with the details that are there, the finding details would have ${a.length} characters, more than ${a.limit}; shorten them, or drop them with --replace-details`,
  ),
  'fill-in-host-differs': error(
    (a: { ofChecklist: string; judged: string }) =>
      `the checklist is of the host "${a.ofChecklist}", but ${a.judged} was judged; name the right one (--host, --into), or --allow-other-host`,
  ),
  'fill-in-other-host': warning(
    (a: { ofChecklist: string; judged: string }) =>
      `the checklist is of the host "${a.ofChecklist}", but ${a.judged} was judged; filled in all the same, as asked`,
  ),
  'fill-in-host-empty': warning(
    (a: { judged: string }) =>
      `the checklist names no host; expected ${a.judged}: make sure that it is this host's, and write the name`,
  ),
  'fill-in-host-padded': warning(
    (w: { readonly written: string; readonly host: string }) =>
      `the checklist's host name "${w.written}" has blanks around it and stays as it is; importers may take it for another asset: correct it to "${w.host}"`,
  ),
  'fill-in-other-release': warning(
    (a: { ofChecklist: string; judged: string }) =>
      `the checklist has the rule as ${a.ofChecklist}, judged was ${a.judged}, of another release; compare the check texts`,
  ),
  'fill-in-other-stig': warning(
    (a: { ofChecklist: string; judged: string }) =>
      `the rule stands in the STIG ${a.ofChecklist}, expected ${a.judged}; make sure that it is the same rule`,
  ),
  'fill-in-status-replaced': warning(
    (a: { before: string; now: string }) =>
      `the status was ${a.before}, set by somebody else, and is now ${a.now}; compare the two`,
  ),
  'fill-in-details-kept': info(
    (a: { length: string }) =>
      `${a.length} characters of other finding details stay below these; --replace-details drops them`,
  ),
  'fill-in-details-edited': info(
    () =>
      'finding details of an earlier run were edited by hand: they stay whole below these; --replace-details drops them',
  ),
  'fill-in-details-dropped': warning(
    (a: { length: string }) =>
      `${a.length} characters of finding details by others were dropped, as asked (--replace-details)`,
  ),
  'fill-in-new-fault': error(
    () => 'filling this in would bring errors that the file did not have; mend what the other messages name',
  ),
  'fill-in-same-file': error(
    () => 'the result would overwrite the checklist itself; use --in-place, or another folder with --out-dir',
  ),
  'fill-in-backup': info((a: { path: string }) => `the checklist as it was is kept as ${a.path}`),
  'fill-in-asset-kept': warning(
    (a: { options: string }) =>
      `${a.options} was not written: the asset of the checklist stays as it is; change it there`,
  ),
} as const;
