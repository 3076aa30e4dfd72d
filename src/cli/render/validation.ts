import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Tool } from '../../model/checklist.js';
import type { Severity } from '../../model/place.js';
import { visible } from '../../text/visible.js';
import type { ValidatedFile } from '../../validate/validate-file.js';
import { renderDiagnostics } from './diagnostics.js';
import type { LineStyle } from './line.js';
import { diagnosticSummary } from './summary.js';

/**
 * A line for each diagnosis, and one that sums up each file.
 *
 * @param notices of all files together
 */
export const renderValidation = (
  files: readonly ValidatedFile[],
  notices: readonly Diagnostic[],
  { quiet, color, columns }: { readonly quiet: boolean } & LineStyle,
): string => {
  const render = (all: readonly Diagnostic[]) =>
    renderDiagnostics(quiet ? all.filter(({ severity }) => severity === 'error') : all, {
      ...{ color, columns },
      verbose: true,
    });
  const blocks = files.map(
    (file) => render(file.diagnostics) + (quiet ? '' : `${visible(file.path)}: ${verdict(file)}\n`),
  );
  return blocks.join('') + render(notices);
};

const verdict = ({ format, diagnostics }: ValidatedFile): string => {
  if (format === undefined) return 'could not be read';
  const counts = countSeverities(diagnostics);
  const found = [
    ...(counts.error > 0 ? [`${counts.error} error${counts.error === 1 ? '' : 's'}`] : []),
    ...(counts.warning > 0 ? [`${counts.warning} warning${counts.warning === 1 ? '' : 's'}`] : []),
  ];
  return `${format.toUpperCase()}, ${found.join(', ') || 'no problems found'}`;
};

const countSeverities = (diagnostics: readonly Diagnostic[]): Record<Severity, number> => {
  const count = (severity: Severity) => diagnostics.filter((d) => d.severity === severity).length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
};

/** The JSON document of `validate --json`, as schemas/validate.schema.json describes it. */
export const toValidation = (files: readonly ValidatedFile[], { name, version }: Tool) => ({
  tool: { name, version },
  files: files.map(({ path, format, notReadBy, diagnostics }) => ({
    path,
    format: format ?? null,
    notReadBy,
    counts: countSeverities(diagnostics),
    diagnostics: diagnostics.map((d) => ({
      ...diagnosticSummary(d),
      ...(d.importer === undefined ? {} : { importer: d.importer }),
    })),
  })),
});
