import { type At, doubt, exportAgain, refuses, where } from '../entry.js';

/** What should stand where the text is no JSON: `a comma or }`. */
/** Messages on JSON: what does not parse, and exports that are not as ConvertTo-Json writes them. */
export const json = {
  'json-truncated': refuses`the JSON ends where ${'token'} was expected: the file is cut off; ${exportAgain}`,
  'json-syntax': refuses`this is not valid JSON: ${'token'} was expected here; ${exportAgain}`,
  'json-too-deep': refuses(
    (a: { limit: number } & At) =>
      `the JSON is nested more than ${a.limit} levels deep; check what wrote it${where(', or raise the limit with --limit depth=N', '')(a)}`,
  ),
  'json-trailing-text': refuses`there is more text after the JSON value; put each export in a file of its own`,
  'json-no-objects': refuses`the JSON holds ${'found'} where a connector is an object; run: Get-SendConnector | ConvertTo-Json -Depth 4`,
  'json-not-objects': doubt`${'found'} was found among the connectors, which are objects; ${exportAgain}`,
  'json-joined': doubt`another value begins here, next to an array: exports were joined; put each in a file of its own`,
  'json-count': doubt(
    (a: { said: string; found: number }) =>
      `the list should have ${a.said} members, but has ${a.found}: some were lost or added; ${exportAgain()}`,
  ),
  'json-next-link': doubt`more results are on another page (@odata.nextLink), not in this file; export all pages`,
  'json-key-twice': doubt(
    (a: { line: number | undefined }) =>
      `the object has this key twice (first in line ${a.line}; PowerShell ignores case); if the values differ, it is unknown; ${exportAgain()}`,
  ),
  'record-in-secret': doubt`a connector is inside a credential, where nothing is read, so it was not judged; ${exportAgain}`,
} as const;
