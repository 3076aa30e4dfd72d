import { messageOnPage } from '../../diagnostics/diagnostic.js';
import type { JudgedHost } from '../../outcome/judged-host.js';
import { type WrittenHost, withWorstConnectors, writtenHost } from '../../outcome/written-host.js';
import { type DiagnosticView, diagnosticViews, type OutputView, outputView } from './views.js';

/** A host with its files to download, and no more of it than is shown. */
export interface ShownHost extends Omit<WrittenHost, 'outputs' | 'diagnostics'> {
  /** Its name, or the files of a host that has none. */
  readonly label: string;
  /** Why it has no name, where there is a verdict and its files wait for one. */
  readonly waits?: string | undefined;
  readonly outputs: readonly OutputView[];
  readonly diagnostics: readonly DiagnosticView[];
  /** By rule (V-259594), as they are written. */
  readonly findingDetails: Readonly<Record<string, string>>;
}

/** How many connectors are shown; the files hold them all. */
const shownConnectors = 200;

export const shownHost = (
  judged: JudgedHost,
  label: string,
): { readonly host: WrittenHost; readonly shown: ShownHost } => {
  const outputs = judged.files.map(({ format, fileName, bytes }) => outputView(format, fileName, bytes));
  const host = writtenHost(
    judged,
    judged.files.map(({ format, fileName }, i) => ({ format, path: fileName, sha256: outputs[i]?.sha256 ?? '' })),
  );
  const reviews = judged.judged?.checklist.stigs.flatMap((stig) => stig.reviews) ?? [];
  const details = host.results.map(({ vulnId }): [string, string] => [
    vulnId,
    reviews.find(({ rule }) => rule.groupId === vulnId)?.findingDetails ?? '',
  ]);
  const ofName =
    judged.host === '' && !host.refused ? host.diagnostics.find(({ severity }) => severity === 'error') : undefined;
  const shown = {
    label: host.host || label,
    waits: ofName && messageOnPage(ofName),
    ...withWorstConnectors(host, shownConnectors),
    outputs,
    diagnostics: diagnosticViews(host.diagnostics),
    findingDetails: Object.fromEntries(details),
  };
  return { host, shown };
};
