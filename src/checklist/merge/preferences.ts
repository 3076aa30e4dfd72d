/** Which of several answers counts: none, the worst, that of the first file, or the newest. */
export const preferences = ['refuse', 'worst', 'first', 'newest'] as const;

export type Preference = (typeof preferences)[number];
