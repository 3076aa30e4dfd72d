import { type At, assetFields, error, info, warning, where } from '../entry.js';

const dropsThem = where('--replace-details drops them', 'an option in More options drops them');

/** Messages on checklists: update, merge, diff, filling in. */
export const checklist = {
  // checklist: merge, split
  'merge-in-place': info`only the answers that changed were written; every other byte of this file stayed as it was`,
  'merge-status-unknown': error`this status cannot be read, so what the file answers is not known; correct it, or convert the file first, which makes the rule not reviewed`,
  'merge-hosts-differ': error`the file is of host ${'host'}, and ${'otherFile'} is of ${'other'}; merge the files of one host at a time`,
  'merge-several-stigs': error`an XCCDF result holds one STIG, and the files have ${'count'}; ${where('write a CKL or CKLB with --to', 'choose CKL or CKLB')}`,
  'merge-host-empty': warning`the file names no host, so it was taken for the host of the others; check that it is`,
  'merge-conflict': error`the files answer the rule differently (${'said'}); ${where('choose with --prefer worst, first or newest', 'choose the answer to keep')}, or change one of them`,
  'merge-conflict-decided': warning`the files answer the rule differently (${'said'}); the answer in ${'kept'} was kept (${where('--prefer ', 'you chose: ')}${'prefer'}), the others are in the report`,
  'merge-time-missing': error`the files answer the rule differently (${'said'}), and this one does not say when, so the newest cannot be told; ${where('use --prefer worst or first', 'choose the worst or the first')}`,
  'merge-time-same': error`the files answer the rule differently (${'said'}) at the same time, so none is the newest; ${where('use --prefer worst or first', 'choose the worst or the first')}`,
  'merge-field-differs': error`${'field'} is "${'other'}" here and "${'kept'}" in ${'keptFile'}; ${where('give it with its option, or choose with --prefer', 'choose the answer to keep')}`,
  'merge-field-kept': warning`${'field'} is "${'other'}" here and "${'kept'}" in ${'keptFile'}, which was kept`,
  'merge-other-release': warning`${'stig'} is ${'release'} here and ${'base'} in the first file that has it; only answers to the very same rules were merged: "update" carries the others`,
  'merge-left-behind': warning`the answer (${'status'}) to ${'rule'} of ${'stig'} was left behind, because the merged checklist does not have the rule in this revision; update the file first`,
  // checklist: update, diff
  'update-stig-missing': error`the checklist has no STIG ${'stig'}, only ${'stigs'}; name the benchmark of one of these`,
  'update-stig-twice': error`the checklist has ${'count'} STIGs with the id ${'stig'}; put each in a file of its own`,
  'update-stig-by-rules': warning`the checklist names ${'named'}, but it has rules of ${'stig'} and was carried to that; check that it is the same STIG`,
  'update-older': warning`the benchmark (${'benchmark'}) is older than the checklist (${'checklist'}); check that it is the right one`,
  'update-same-release': info`the checklist is already at ${'release'}; its texts were replaced by the benchmark's`,
  'update-check-changed': warning`the check text changed: the result (${'status'}) was carried to ${'rule'} and marked; review it against the new text`,
  'update-check-unknown': warning`the checklist lacks the check text behind the result (${'status'}), which was carried to ${'rule'} and marked; review it again`,
  'update-mark-left-out': warning`the finding details (${'length'} characters) leave no room for the line that marks them, so a passing status was set to not_reviewed; review it again`,
  'update-matched-otherwise': warning`matched with ${'rule'} by the ${'by'}, although their group ids differ; compare the two rules`,
  'update-ambiguous': warning`cannot tell which rule replaced this one (${'candidates'}); its result (${'status'}) was not carried and is in the report: carry it by hand`,
  'update-rule-removed': warning`the rule is not in ${'release'}; its result (${'status'}) and all its texts are in the report: keep it`,
  'update-empty-rule-removed': info`the rule is not in ${'release'}; it had no result to lose (${'status'})`,
  'update-rules-added': info`${'count'} rules of ${'release'} are new to the checklist: not_reviewed`,
  'update-severity-changed': info`the rule's severity changed from ${'before'} to ${'now'}; an override stays as it is`,
  'update-new-fault': error`the new file would have errors that the checklist did not have; fix what the other messages name`,
  'diff-not-compared': info`not compared, because ${'format'} does not carry it: ${'what'}`,
  // checklist: filling in
  'fill-in-not-a-checklist': error`this is ${'what'}; only a CKL or CKLB can be filled in`,
  'fill-in-rule-missing': error`the rule is not in this checklist (it has ${'stigs'}); name a checklist of ${'expected'}`,
  'fill-in-ambiguous': error`the checklist has the rule more than once (${'places'}); keep one, or split the file`,
  'fill-in-place': error`expected ${'expected'} here, found ${'found'}; correct the file, then fill it in`,
  'fill-in-too-long': error`together with those already there the finding details would have ${'length'} characters, and the limit is ${'limit'}; shorten the old ones, or drop them ${where('with --replace-details', 'in More options')}`,
  'fill-in-host-differs': error`the checklist is for the host "${'ofChecklist'}", but ${'judged'} was judged; ${where('correct --host or --into, or use --allow-other-host', 'correct the host name or the checklist, or allow another host in More options')}`,
  'fill-in-other-host': warning`the checklist is for the host "${'ofChecklist'}", but ${'judged'} was judged; filled in anyway, as requested`,
  'fill-in-host-empty': warning`the checklist names no host; make sure that it belongs to ${'judged'}, and add the name`,
  'fill-in-host-padded': warning`the checklist's host name "${'written'}" has blanks around it and stays as it is; importers may take it for another asset: correct it to "${'host'}"`,
  'fill-in-other-release': warning`the checklist has the rule as ${'ofChecklist'}, but ${'judged'} of another release was judged; compare the check texts`,
  'fill-in-other-stig': warning`the checklist has the rule in the STIG ${'ofChecklist'}, but it was judged as one of ${'judged'}; make sure that it is the same rule`,
  'fill-in-status-replaced': warning`the status was ${'before'}, not set by this program, and is now ${'now'}; compare the two`,
  'fill-in-details-kept': info`${'length'} characters of other finding details stay below these; ${dropsThem}`,
  'fill-in-details-edited': info`finding details of an earlier run were edited by hand, so they stay below these; ${dropsThem}`,
  'fill-in-details-dropped': warning`${'length'} characters of other finding details were dropped, as requested${where(' (--replace-details)', '')}`,
  'fill-in-new-fault': error`filling this in would cause errors that the file did not have; fix what the other messages name`,
  'fill-in-same-file': error`the result would overwrite the checklist itself; use --in-place, or another folder with --out-dir`,
  'fill-in-backup': info`the previous checklist was kept as ${'path'}`,
  'fill-in-asset-kept': warning(
    (a: { fields: readonly string[] } & At) =>
      `${assetFields(a, a.fields)} was not written, because the asset in the checklist stays as it is; change it there`,
  ),
} as const;
