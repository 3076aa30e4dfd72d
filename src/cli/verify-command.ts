import type { Command } from '@commander-js/extra-typings';
import type { Io } from './io.js';
import { shared } from './shared-options.js';

/** The command that checks bundles of `evaluate --bundle`. */
export const addVerifyCommand = (program: Command, io: Io, done: (exitCode: number) => void): void => {
  program
    .command('verify')
    .summary('make the artifacts of a bundle anew and compare')
    .description(
      'Derives every artifact of a bundle (evaluate --bundle) again from the exports in it, builds the archive again and compares it byte for byte. Names everything that was added, removed or changed.',
    )
    .argument('<bundle>', 'the zip that evaluate --bundle wrote; - for standard input')
    .option('--signature <file>', 'a detached signature to check as well, by openssl dgst -sha256 -sign or Ed25519')
    .option('--key <file>', 'the public key or certificate of the signature, in PEM')
    .option(...shared.limit)
    .option('--json', 'print the result as JSON (schemas/verify.schema.json)')
    .option('--quiet', 'print errors only; the exit code gives the result')
    .addHelpText('after', examples)
    .action(async (bundle, options) => done(await (await import('./commands/verify.js')).verify(bundle, options, io)));
};

const examples = `
Examples:
  exchange-stig verify edge01-bundle.zip
  exchange-stig verify edge01-bundle.zip \\
    --signature edge01-bundle.zip.sig --key assessor.pem

A consistent bundle is not a signed one: anybody who has this program can make
one. Only a signature says who made it.

Exit codes: 0 consistent, 1 something was added, removed or changed, 3 could
not be read, 4 a bug.`;
