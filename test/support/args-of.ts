import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';

/** The arguments of a diagnostic of whichever code, for tests that ask for one by name. */
export const argsOf = (d: Diagnostic | undefined): Readonly<Record<string, unknown>> => ({ ...d?.args });
