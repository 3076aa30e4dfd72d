import { decode } from '../bytes/decode.js';
import { type Diagnostic, diagnostic, type Reading } from '../diagnostics/diagnostic.js';
import { pathText } from '../documents/cklb-path.js';
import { keysTwice, positionOf } from '../documents/json-document.js';
import { seen } from '../evidence/seen.js';
import { parseJson } from '../json/parse.js';
import type { ReadPropertyName } from '../model/connector.js';
import type { Place } from '../model/place.js';
import { type JsonFault, validateJson } from '../schemas/schema.js';
import { siteSchema } from '../schemas/site-schema.js';
import type { InputLimits } from '../text/input-limits.js';
import { lineIndex } from '../text/lines.js';
import type { Decision, DecisionKind, Site } from './site.js';
import { smartHostFault } from './smart-host-fault.js';
import { expectedValue, saidValue, siteSize } from './values.js';

type Path = readonly (string | number)[];
type Fields = Readonly<Record<string, unknown>>;

/** The bytes of a site file, with the path to show and their SHA-256 in lower-case hexadecimal. */
export interface SiteFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/**
 * Reads a site file (schemas/site.schema.json). Anything in it that is not exactly what the schema allows refuses it, with line and
 * column: a misspelt key must not pass for one that was left out. Refused: `site-damaged` (no JSON), `site-key-twice`,
 * `site-property-unknown`, `site-property-missing`, `site-value-invalid`, and what `decode` and `parseJson` refuse.
 */
export const readSite = ({ path: file, bytes, sha256 }: SiteFile, limits?: Partial<InputLimits>): Reading<Site> => {
  const decoded = decode(bytes, file);
  if (!decoded.ok) return decoded;
  const { text } = decoded.value;
  const parsed = parseJson(text, file, limits);
  if (!parsed.ok) return { ok: false, diagnostics: parsed.diagnostics.map(ofSiteFile) };
  const at = lineIndex(text);
  const twice = keysTwice(parsed.value).map(({ first, second, path }) =>
    diagnostic('site-key-twice', { file, ...at(second) }, { key: seen(path), line: at(first).line }),
  );
  if (twice.length > 0) return { ok: false, diagnostics: twice };
  const position = positionOf(parsed.value, at);
  const placeOf = (path: Path): Place => ({
    file,
    ...position(path),
    ...(path.length === 0 ? {} : { property: pathText(path) }),
  });
  const value: unknown = JSON.parse(text);
  const faults = validateJson(siteSchema, value).map((fault) => schemaFault(fault, value, placeOf));
  if (faults.length > 0) return { ok: false, diagnostics: faults };
  const invalid: Diagnostic[] = [];
  const site = toSite(value as Fields, { file, sha256 }, placeOf, (path, written, expected) =>
    invalid.push(diagnostic('site-value-invalid', placeOf(path), { written: shown(written), expected })),
  );
  return invalid.length > 0 ? { ok: false, diagnostics: invalid } : { ok: true, value: site, diagnostics: [] };
};

/** The parser speaks of exports. */
const ofSiteFile = (found: Diagnostic): Diagnostic => {
  const damaged = (fault: string) => diagnostic('site-damaged', found.place, { fault });
  switch (found.code) {
    case 'json-truncated':
      return damaged(`it ends where ${found.args.token} was expected`);
    case 'json-syntax':
      return damaged(`${found.args.token} was expected here`);
    case 'json-trailing-text':
      return damaged('there is more text after the value');
    default:
      return found;
  }
};

const schemaFault = (
  { path, keyword, params, message }: JsonFault,
  value: unknown,
  placeOf: (path: Path) => Place,
): Diagnostic => {
  if (keyword === 'required')
    return diagnostic('site-property-missing', placeOf(path), { name: String(params['missingProperty']) });
  if (keyword === 'additionalProperties') {
    const name = String(params['additionalProperty']);
    return diagnostic('site-property-unknown', placeOf([...path, name]), { name: seen(name) });
  }
  const written = path.reduce<unknown>((inner, key) => (inner as Fields | undefined)?.[key], value);
  return diagnostic('site-value-invalid', placeOf(path), {
    written: shown(written),
    expected: expectedBy(keyword, params, message, path),
  });
};

const expectedBy = (keyword: string, params: JsonFault['params'], message: string, path: Path): string => {
  switch (keyword) {
    case 'format':
      return 'a day such as 2026-01-31';
    case 'enum':
      return (params['allowedValues'] as readonly string[]).join(' or ');
    case 'pattern':
      if (path.at(-1) === 'rule') return 'a STIG ID such as EX19-ED-000110';
      return path[0] === 'internalSmtpDomains' ? 'a domain without wildcards' : 'a text that is not blank';
    default:
      return message.replace(/^must be /, '').replace(/^must /, 'a value that must ');
  }
};

const shown = (value: unknown): string => seen(JSON.stringify(value) ?? 'nothing');

const toSite = (
  value: Fields,
  { file, sha256 }: Pick<Site, 'file' | 'sha256'>,
  placeOf: (path: Path) => Place,
  refuse: (path: Path, written: unknown, expected: string) => void,
): Site => {
  const text = (from: Fields, name: string): string | undefined => (from[name] as string | null | undefined)?.trim();
  const fields = (name: string): Fields => (value[name] as Fields | null | undefined) ?? {};
  const listIn = (from: Fields, name: string): readonly unknown[] =>
    (from[name] as readonly unknown[] | null | undefined) ?? [];
  const list = (name: string): readonly unknown[] => listIn(value, name);
  const texts = (name: string): readonly string[] | undefined => {
    const all = list(name).map((one) => String(one).trim());
    return all.length === 0 ? undefined : all;
  };
  const size = (name: string): string | undefined => {
    const written = text(fields('maxSendSize'), name);
    const read = written === undefined ? undefined : siteSize(written);
    if (written !== undefined && read === undefined)
      refuse(['maxSendSize', name], written, expectedValue('MaxMessageSize'));
    return read;
  };
  const valuesOf = (path: Path, written: Fields): ReadonlyMap<ReadPropertyName, string> => {
    const values = new Map<ReadPropertyName, string>();
    for (const [key, one] of Object.entries(written)) {
      if (key === '$comment') continue;
      const name = key as ReadPropertyName;
      const said = saidValue(name, one);
      if (said === undefined) refuse([...path, key], one, expectedValue(name));
      else values.set(name, said);
    }
    return values;
  };
  const decisionsIn = (kind: DecisionKind, path: Path, entries: readonly unknown[]): readonly Decision[] =>
    (entries as readonly Fields[]).flatMap((entry, i) => {
      const at = [...path, i];
      const values =
        kind === 'deviation'
          ? valuesOf([...at, 'value'].slice(0, -1), { [String(entry['property'])]: entry['value'] })
          : valuesOf([...at, 'values'], (entry['values'] as Fields | undefined) ?? {});
      const connectors =
        kind === 'deviation' || kind === 'acceptance' ? listIn(entry, 'connectors') : [entry['connector']];
      const common = {
        kind,
        path: pathText(at),
        values,
        rule: text(entry, 'rule'),
        method: entry['method'] as Decision['method'],
        reason: text(entry, 'reason'),
        signed: signatureOf(kind, entry),
      };
      return [...new Set(connectors.map((one) => String(one).trim()))].map((connector) => ({
        ...common,
        connector,
        place: { ...placeOf(at), connector },
      }));
    });
  const names = fields('names');
  const plan = fields('edsp');
  const smartHosts = texts('smartHosts');
  for (const [i, host] of (smartHosts ?? []).entries()) {
    const fault = smartHostFault(host);
    if (fault !== undefined) refuse(['smartHosts', i], host, fault);
  }
  return {
    file,
    sha256,
    place: placeOf([]),
    statedBy: text(value, 'statedBy'),
    statedOn: text(value, 'statedOn'),
    hosts: texts('hosts') ?? [],
    plan: { title: text(plan, 'title'), version: text(plan, 'version'), reviewedOn: text(plan, 'reviewedOn') },
    enclave: text(value, 'enclave'),
    smartHosts,
    internalSmtpDomains: texts('internalSmtpDomains'),
    maxSendSize: { configured: size('configured'), documented: size('documented') },
    namesReviewedOn: text(names, 'reviewedOn'),
    decisions: [
      ...decisionsIn('internetFacing', ['internetFacing'], list('internetFacing')),
      ...decisionsIn('notInternetFacing', ['notInternetFacing'], list('notInternetFacing')),
      ...decisionsIn('validationMethod', ['validationMethod'], list('validationMethod')),
      ...decisionsIn('deviation', ['deviations'], list('deviations')),
      ...decisionsIn('acceptance', ['acceptances'], list('acceptances')),
      ...decisionsIn('clear', ['names', 'clear'], listIn(names, 'clear')),
      ...decisionsIn('unclear', ['names', 'unclear'], listIn(names, 'unclear')),
    ],
  };
};

const signatureOf = (kind: DecisionKind, entry: Fields): Decision['signed'] => {
  const text = (name: string): string => String(entry[name]).trim();
  const expires = text('expires');
  if (kind === 'deviation')
    return { by: text('signedOffBy'), on: text('signedOffOn'), reference: text('riskAcceptance'), expires };
  if (kind === 'acceptance')
    return { by: text('acceptedBy'), on: text('acceptedOn'), reference: text('reference'), expires };
  return undefined;
};
