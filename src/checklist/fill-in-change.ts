/** A value that was changed; statuses in the file's own words. */
export interface FillInChange {
  readonly stig: string;
  readonly vulnId: string;
  readonly field: 'status' | 'finding_details';
  readonly before: string;
  readonly after: string;
}

/** What changes, from what to what; finding details are shown as a character count. */
export const changeWords = ({ vulnId, field, before, after }: FillInChange): readonly [string, string, string] => {
  const words = (text: string) => (field === 'status' ? text || '(none)' : `${text.length} characters`);
  return [`${vulnId} ${field}`, words(before), words(after)];
};
