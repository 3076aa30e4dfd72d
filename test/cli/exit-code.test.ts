import { expect, it } from 'vitest';
import { evaluateExitCode } from '../../src/cli/exit-code.js';
import { diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { Status } from '../../src/model/checklist.js';

const info = diagnostic('document-shown-escaped', {});
const warning = diagnostic('export-empty', {});
const error = diagnostic('file-exists', {});
const pass: Status = 'not_a_finding';

it.each([
  ['a refused host before anything else', true, [pass, 'open'], [], false, 3],
  ['open before not reviewed', false, [pass, 'not_reviewed', 'open'], [], false, 1],
  ['not reviewed', false, [pass, 'not_reviewed'], [], false, 2],
  ['a pass', false, [pass, 'not_applicable'], [warning, error], false, 0],
  ['a pass with a notice', false, [pass], [info], true, 0],
  ['a warning with --fail-on-warning', false, [pass], [info, warning], true, 2],
  ['an error with --fail-on-warning', false, [pass], [error], true, 2],
  ['open with --fail-on-warning', false, ['open'], [error], true, 1],
] as const)('%s', (_, failed, statuses, diagnostics, failOnWarning, code) => {
  expect(evaluateExitCode({ failed, statuses, diagnostics }, failOnWarning)).toBe(code);
});
