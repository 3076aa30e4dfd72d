import { refuses, warning } from '../entry.js';

/** What a decision that does not count would have changed. */
export interface Void {
  /** Where it stands in the file. */
  readonly decision: string;
  /** The V- ids of the rules whose verdict on a connector would be another; empty where none would. */
  readonly matters: string;
}

const cost = ({ matters }: Pick<Void, 'matters'>): string =>
  matters === '' ? '' : `; the verdict on ${matters} would be another with it`;

/** Messages on the site file. */
export const site = {
  // site: reading
  'site-damaged': refuses`the site file is not valid JSON: ${'fault'}; mend it`,
  'site-key-twice': refuses(
    (a: { key: string; line: number }) => `the key "${a.key}" stands here again, first in line ${a.line}; remove one`,
  ),
  'site-property-unknown': refuses`a site file has no property "${'name'}" here; correct the name (schemas/site.schema.json)`,
  'site-property-missing': refuses`"${'name'}" is missing here; add it`,
  'site-value-invalid': refuses`${'written'} is not allowed here; write ${'expected'}`,
  // site: what counts for a host at a time
  'site-not-stated': warning(
    (a: { reason: string; matters: string }) =>
      `nothing in the site file counts: ${a.reason}${cost(a)}; complete its head`,
  ),
  'site-other-hosts': warning`the site file speaks of ${'hosts'}, not of ${'host'}: only what names a connector by its Guid counts here; add the host to hosts if it is meant`,
  'site-hosts-missing': warning(
    (a: { matters: string }) =>
      `the site file names connectors but no hosts, so that a connector's name says nothing${cost(a)}; list the hosts in hosts`,
  ),
  'site-plan-not-reviewed': warning(
    (a: { reason: string; matters: string }) =>
      `what the site file takes from the Email Domain Security Plan does not count: ${a.reason}${cost(a)}; complete edsp`,
  ),
  'site-names-not-reviewed': warning(
    (a: { reason: string; matters: string }) =>
      `what the site file says of names does not count: ${a.reason}${cost(a)}; correct names.reviewedOn`,
  ),
  'site-connector-newer': warning(
    (a: { created: string; statedOn: string; matters: string }) =>
      `the connector was created (${a.created}) after the site file was stated (${a.statedOn}), which says nothing of it${cost(a)}; state the file anew`,
  ),
  'site-unmatched': warning(
    (a: Void) => `${a.decision} names a connector that is not in the export; correct the name, or remove the entry`,
  ),
  'site-ambiguous': warning(
    (a: Void) =>
      `${a.decision} does not count: several connectors of the host have that name${cost(a)}; name it by its Guid`,
  ),
  'site-lapsed': warning(
    (a: Void & { property: string; seen: string }) =>
      `${a.decision} has lapsed: it was made for another ${a.property} than the export has (${a.seen})${cost(a)}; decide again`,
  ),
  'site-expired': warning(
    (a: Void & { expires: string; today: string }) =>
      `${a.decision} expired on ${a.expires} (judged on ${a.today})${cost(a)}; have it signed again`,
  ),
  'site-misdated': warning(
    (a: Void & { reason: string }) => `${a.decision} does not count: ${a.reason}${cost(a)}; correct the dates`,
  ),
  'site-contradicted': warning(
    (a: Void & { other: string }) =>
      `${a.decision} contradicts ${a.other}: neither counts${cost(a)}; remove the one that is wrong`,
  ),
  'site-rule-unknown': warning(
    (a: Void & { rule: string }) =>
      `${a.decision} does not count: no rule ${a.rule} is judged by this property; correct the STIG ID`,
  ),
} as const;
