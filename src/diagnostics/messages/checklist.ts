import { error, info, type Words, warning } from '../entry.js';

/** Messages on checklists: update, diff, filling in. */
export const checklist = {
  // checklist: update, diff
  'update-stig-missing': error(
    (w: Words) => `the checklist has no STIG ${w.expected}, only ${w.actual}; name the benchmark of a STIG that it has`,
  ),
  'update-stig-twice': error(
    (w: Words) =>
      `the checklist has ${w.actual} STIGs with the id ${w.expected}, where one was expected; put each into a file of its own`,
  ),
  'update-older': warning(
    (w: Words) =>
      `the benchmark (${w.actual}) is older than the checklist (${w.expected}); a newer one was expected: compare`,
  ),
  'update-same-release': info(
    (w: Words) => `the checklist is of ${w.actual} already; its texts are now the benchmark's`,
  ),
  'update-check-changed': warning(
    (w: Words) =>
      `the check text changed: the result (${w.actual}) is carried to ${w.expected} and marked; review it again by the new text`,
  ),
  'update-check-unknown': warning(
    (w: Words) =>
      `the checklist does not hold the check text that the result (${w.actual}) was made by: it is carried to ${w.expected} and marked; review it again`,
  ),
  'update-mark-left-out': warning(
    (w: Words) =>
      `the finding details (${w.actual} characters) leave no room for the line that marks them; a status that would pass is set to not_reviewed instead: review it again`,
  ),
  'update-matched-otherwise': warning(
    (w: Words) =>
      `taken for what ${w.actual} has become, by the ${w.expected} (their group ids differ); compare the two rules`,
  ),
  'update-ambiguous': warning(
    (w: Words) =>
      `which rule this has become cannot be told (${w.actual}); its result (${w.expected}) is not carried but in the report: carry it by hand`,
  ),
  'update-rule-removed': warning(
    (w: Words) =>
      `the rule is not in ${w.expected}; its result (${w.actual}) is in the report with all its texts: keep that`,
  ),
  'update-empty-rule-removed': info(
    (w: Words) => `the rule is not in ${w.expected}; nothing was said of it (${w.actual})`,
  ),
  'update-rules-added': info(
    (w: Words) => `${w.actual} rules of ${w.expected} were not in the checklist: not_reviewed`,
  ),
  'update-severity-changed': info(
    (w: Words) => `the rule's severity was ${w.actual} and is ${w.expected} now; an override stays as it is`,
  ),
  'update-new-fault': error(
    () => 'the new file would have errors that the checklist did not have; mend what the other messages name',
  ),
  'diff-not-compared': info(
    (w: Words) => `not compared, as ${w.expected} does not carry it: ${w.actual}; expected between these formats`,
  ),
  // checklist: filling in
  'fill-in-not-a-checklist': error((w: Words) => `only a CKL or CKLB can be filled in, expected one, not ${w.actual}`),
  'fill-in-rule-missing': error(
    (w: Words) => `the rule is not in this checklist (it has ${w.actual}); name a checklist of ${w.expected}`,
  ),
  'fill-in-ambiguous': error(
    (w: Words) => `the rule is there more than once (${w.actual}), expected once; keep one, or split the file`,
  ),
  'fill-in-place': error(
    (w: Words) => `expected ${w.expected} here, found: ${w.actual}; mend the file, then fill it in`,
  ),
  'fill-in-too-long': error(
    (w: Words) =>
      `with the details that are there, the finding details would have ${w.actual} characters, more than ${w.expected}; shorten them, or drop them with --replace-details`,
  ),
  'fill-in-host-differs': error(
    (w: Words) =>
      `the checklist is of the host "${w.actual}", but ${w.expected} was judged; name the right one (--host, --into), or --allow-other-host`,
  ),
  'fill-in-other-host': warning(
    (w: Words) =>
      `the checklist is of the host "${w.actual}", but ${w.expected} was judged; filled in all the same, as asked`,
  ),
  'fill-in-host-empty': warning(
    (w: Words) =>
      `the checklist names no host; expected ${w.expected}: make sure that it is this host's, and write the name`,
  ),
  'fill-in-host-padded': warning(
    (w: { readonly written: string; readonly host: string }) =>
      `the checklist's host name "${w.written}" has blanks around it and stays as it is; importers may take it for another asset: correct it to "${w.host}"`,
  ),
  'fill-in-other-release': warning(
    (w: Words) =>
      `the checklist has the rule as ${w.actual}, judged was ${w.expected}, of another release; compare the check texts`,
  ),
  'fill-in-other-stig': warning(
    (w: Words) => `the rule stands in the STIG ${w.actual}, expected ${w.expected}; make sure that it is the same rule`,
  ),
  'fill-in-status-replaced': warning(
    (w: Words) => `the status was ${w.expected}, set by somebody else, and is now ${w.actual}; compare the two`,
  ),
  'fill-in-details-kept': info(
    (w: Words) => `${w.actual} characters of other finding details stay below these; --replace-details drops them`,
  ),
  'fill-in-details-edited': info(
    () =>
      'finding details of an earlier run were edited by hand: they stay whole below these; --replace-details drops them',
  ),
  'fill-in-details-dropped': warning(
    (w: Words) => `${w.actual} characters of finding details by others were dropped, as asked (--replace-details)`,
  ),
  'fill-in-new-fault': error(
    () => 'filling this in would bring errors that the file did not have; mend what the other messages name',
  ),
  'fill-in-same-file': error(
    () => 'the result would overwrite the checklist itself; use --in-place, or another folder with --out-dir',
  ),
  'fill-in-backup': info((w: Words) => `the checklist as it was is kept as ${w.actual}`),
  'fill-in-asset-kept': warning(
    (w: Words) => `${w.actual} was not written: the asset of the checklist stays as it is; change it there`,
  ),
} as const;
