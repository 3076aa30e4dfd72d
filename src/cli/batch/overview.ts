import { relative, sep } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { OwnFiles } from '../../node/own-files.js';
import { writeFiles } from '../../node/write-files.js';
import type { WrittenHost } from '../../outcome/written-host.js';
import { fleetReport } from '../../report/fleet-report.js';
import { tool } from '../../version.js';
import { overviewPurpose } from './overview-path.js';

/** Writes the overview of the hosts, with links to their own pages. */
export const writeOverview = (
  path: string,
  hosts: readonly WrittenHost[],
  run: {
    readonly outDir: string;
    readonly marking: string | undefined;
    readonly assessedAt: string;
    readonly diagnostics: readonly Diagnostic[];
    readonly force: boolean;
    readonly own: OwnFiles;
  },
): Promise<readonly Diagnostic[]> => {
  const linkTo = (page: string) => relative(run.outDir, page).split(sep).join('/');
  const { assessedAt, diagnostics } = run;
  const text = fleetReport({ hosts, linkTo, diagnostics, marking: run.marking ?? 'CUI', tool, assessedAt });
  return writeFiles([{ path, text, purpose: overviewPurpose }], run);
};
