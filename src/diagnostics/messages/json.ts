import { doubt, exportAgain, refuses } from '../entry.js';

/** What should stand where the text is no JSON: `a comma or }`. */
type Token = { readonly token: string };

/** Messages on JSON: what does not parse, and exports that are not as ConvertTo-Json writes them. */
export const json = {
  'json-truncated': refuses(
    (a: Token) => `the JSON ends where ${a.token} was expected: the file is cut off; ${exportAgain}`,
  ),
  'json-syntax': refuses((a: Token) => `this is not valid JSON: ${a.token} was expected here; ${exportAgain}`),
  'json-too-deep': refuses(
    (a: { limit: number }) =>
      `the JSON is nested more than ${a.limit} levels deep; check what wrote it, or raise the limit with --limit depth=N`,
  ),
  'json-trailing-text': refuses(() => 'there is more text after the JSON value; put each export in a file of its own'),
  'json-no-objects': refuses(
    (a: { found: string }) =>
      `the JSON holds ${a.found} where a connector is an object; run: Get-SendConnector | ConvertTo-Json -Depth 4`,
  ),
  'json-not-objects': doubt(
    (a: { found: string }) => `${a.found} stands among the connectors, which are objects; ${exportAgain}`,
  ),
  'json-joined': doubt(
    () => 'another value begins here, beside an array: exports were joined; give each as a file of its own',
  ),
  'json-count': doubt(
    (a: { said: string; found: number }) =>
      `the list says that it has ${a.said} members, but there are ${a.found}: some were lost or added; ${exportAgain}`,
  ),
  'json-next-link': doubt(
    () => 'there are more results on another page (@odata.nextLink), which are not in this file; export all pages',
  ),
  'json-key-twice': doubt(
    (a: { line: number | undefined }) =>
      `the key is in this object twice, first in line ${a.line} (PowerShell's names have no case); where the values differ, it is unknown; ${exportAgain}`,
  ),
  'record-in-secret': doubt(
    () => `a connector stands inside a credential, where nothing is read; it was not judged; ${exportAgain}`,
  ),
} as const;
