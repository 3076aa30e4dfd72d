/** Thrown by option parsers: the command line is not usable. Shown as one line, exit code 3. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
