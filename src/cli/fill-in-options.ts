import { UsageError } from './usage-error.js';

/** The options of `evaluate` that go with --into. */
export interface FillInCommandOptions {
  readonly into?: string | undefined;
  readonly replaceDetails?: true | undefined;
  readonly allowOtherHost?: true | undefined;
  readonly inPlace?: true | undefined;
  readonly dryRun?: true | undefined;
}

/** Throws a UsageError where an option that goes with --into stands alone. */
export const checkFillInOptions = (options: FillInCommandOptions): void => {
  if (options.into === '-') throw new UsageError('--into: expected a file, not standard input (-)');
  if (options.into !== undefined) return;
  const alone = (['replaceDetails', 'allowOtherHost', 'inPlace', 'dryRun'] as const).find((name) => options[name]);
  if (alone !== undefined)
    throw new UsageError(
      `--${alone.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} needs --into <checklist>`,
    );
};
