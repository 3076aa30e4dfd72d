import { verifyBundle } from '../../bundle/verify.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { checkSignature } from '../../node/check-signature.js';
import { jsonText } from '../../text/visible.js';
import { program } from '../../version.js';
import { exitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { readPath } from '../read-path.js';
import { renderVerification, toVerificationSummary } from '../render/verification.js';
import type { CommonOptions } from '../shared-options.js';
import { helpOn, tell } from '../tell.js';
import { UsageError } from '../usage-error.js';

export interface VerifyOptions extends Pick<CommonOptions, 'limit' | 'json' | 'quiet'> {
  readonly signature?: string | undefined;
  readonly key?: string | undefined;
}

/** `exchange-stig verify`: makes a bundle anew and compares. Answers with 0 where it is consistent, 1 where something was changed. */
export const verify = async (path: string, options: VerifyOptions, io: Io): Promise<number> => {
  const { signature, key } = options;
  if ((signature === undefined) !== (key === undefined)) throw new UsageError('--signature and --key go together');
  if ([signature, key].includes('-'))
    throw new UsageError('--signature and --key: expected a file, not standard input (-)');
  const read = (file: string) => readPath(file, options, io);
  const input = await read(path);
  const verified = input.ok ? await verifyBundle(input.value.bytes, path, program, options.limit) : input;
  const signed =
    signature === undefined || key === undefined || !input.ok
      ? undefined
      : checkSignature(input.value.bytes, await read(signature), await read(key));
  const diagnostics = [...(signed?.diagnostics ?? []), ...(verified.ok ? verified.value.faults : verified.diagnostics)];
  const result = {
    path,
    sha256: input.ok ? input.value.sha256 : undefined,
    verified: verified.ok ? verified.value : undefined,
    signer: signed?.ok ? signed.value : undefined,
    diagnostics,
  };
  if (options.json) io.stdout(jsonText(toVerificationSummary(result, program)));
  else
    tell(io, diagnostics, { quiet: options.quiet, verbose: true, next: nextStep(diagnostics) }, () => {
      if (!options.quiet && verified.ok) io.stdout(renderVerification(result));
    });
  if (!verified.ok || (signed?.ok === false && signed.diagnostics.some(({ code }) => code !== 'signature-wrong')))
    return exitCode.failed;
  return diagnostics.length === 0 ? exitCode.ok : exitCode.open;
};

const nextStep = ([first]: readonly Diagnostic[]): string | undefined =>
  first && `get the bundle again from whoever made it; explained by: ${helpOn(first)}`;
