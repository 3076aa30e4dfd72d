import type { Verification } from '../../bundle/verify.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Tool } from '../../model/checklist.js';
import { visible } from '../../text/visible.js';
import { diagnosticSummary } from './summary.js';

export interface VerificationResult {
  readonly path: string;
  readonly sha256: string | undefined;
  /** None where the bundle could not be read. */
  readonly verified: Verification | undefined;
  /** The SHA-256 of the public key whose signature was checked and is right. */
  readonly signer: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** What was found, in a few lines. */
export const renderVerification = (result: VerificationResult): string => {
  const { path, verified, sha256 = '' } = result;
  if (verified === undefined) return '';
  const { host, assessedAt, verdicts } = verified;
  const judged = verdicts.map(({ vulnId, status }) => `${vulnId} ${status}`).join(', ');
  return [
    `${visible(path)}: ${answerOf(result)}`,
    `SHA-256 ${sha256}`,
    ...(host === '' ? [] : [`${visible(host)} at ${assessedAt}: ${judged}`]),
    '',
  ].join('\n');
};

/** Whoever has the program can make a consistent bundle: only a signature says by whom it was made. */
const answerOf = ({ verified, signer, diagnostics }: VerificationResult): string => {
  if (diagnostics.length > 0 || verified === undefined) return 'NOT consistent';
  return signer === undefined ? 'consistent, not signed' : `consistent, signed by the key with SHA-256 ${signer}`;
};

/** The JSON document of `verify --json`, as schemas/verify.schema.json describes it. */
export const toVerificationSummary = (
  { path, sha256, verified, signer, diagnostics }: VerificationResult,
  { name, version }: Tool,
) => ({
  tool: { name, version },
  path,
  ...(sha256 === undefined ? {} : { sha256 }),
  consistent: verified !== undefined && verified.faults.length === 0,
  signed: signer !== undefined,
  ...(signer === undefined ? {} : { signerKeySha256: signer }),
  ...(verified === undefined || verified.host === ''
    ? {}
    : { host: verified.host, assessedAt: verified.assessedAt, verdicts: verified.verdicts }),
  diagnostics: diagnostics.map((d) => diagnosticSummary(d)),
});
