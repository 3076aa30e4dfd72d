/** The time in UTC to the second, as ISO 8601 with `Z`. */
export const now = (): string => new Date().toISOString().replace(/\.\d+Z$/, 'Z');
