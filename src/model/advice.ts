/** What to do about a connector that fails a rule, or that could not be judged by it. */
export interface Advice {
  /** The command that makes it meet the rule, in printable ASCII; none where there is none. */
  readonly command?: string | undefined;
  /** In sentences: what else the command changes, or why there is none and what to do instead. */
  readonly sentences: readonly string[];
}
