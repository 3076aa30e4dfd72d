import { statusNames } from '../formats/status.js';
import { scores } from '../formats/xccdf/score.js';
import { messageSeverity } from '../formats/xccdf/test-result.js';
import {
  areOrdinaryIps,
  areOrdinaryMacs,
  isOrdinaryFqdn,
  isOrdinaryName,
  isOrdinaryText,
} from '../importers/ordinary-values.js';
import type { Checklist, ReviewedRule } from '../model/checklist.js';

/*
 * What the checklists of one fleet differ in. All else is their shape: checklists of one shape have values of the same number and
 * kinds, so that one of them tells where in a file each value stands.
 */

/** True of a rule that was judged; what nobody reviewed is the same for every host. */
export const isJudged = ({ findingDetails }: ReviewedRule): boolean => findingDetails !== '';

/** Names, UUIDs and times, which every format writes as they are; then the finding details, which have to be escaped. */
export interface HostValues {
  readonly plain: readonly string[];
  readonly texts: readonly string[];
}

export const valuesOf = ({ id, title, collectedAt = '', asset, stigs }: Checklist): HostValues => {
  const { hostName, fqdn, ipAddresses, macAddresses } = asset;
  const reviews = stigs.flatMap((stig) => stig.reviews);
  const uuids = [...stigs, ...reviews].map(({ uuid }) => uuid);
  return {
    plain: [id, title, collectedAt, hostName, fqdn, ...ipAddresses, ...macAddresses, ...uuids],
    texts: reviews.filter(isJudged).map(({ findingDetails }) => findingDetails),
  };
};

/** The same checklist with a stand-in for every value that is there, in the order of `valuesOf`, and one status for what was judged. */
export const withStandIns = (checklist: Checklist, status: 'open' | 'not_a_finding'): Checklist => {
  let place = 0;
  const stand = (value: string): string => {
    place += 1;
    return value === '' ? '' : `value-${place - 1}-of-a-host`;
  };
  const { id, title, collectedAt = '', asset, stigs } = checklist;
  const head = { id: stand(id), title: stand(title), collectedAt: stand(collectedAt) || undefined };
  const named = {
    ...{ hostName: stand(asset.hostName), fqdn: stand(asset.fqdn) },
    // XCCDF has a fact of each kind of address.
    ipAddresses: asset.ipAddresses.map((ip) => `${ip.includes(':') ? 'ip:' : ''}${stand(ip)}`),
    macAddresses: asset.macAddresses.map(stand),
  };
  const ofStigs = stigs.map((stig) => ({ ...stig, uuid: stand(stig.uuid) }));
  const ofReviews = ofStigs.map(({ reviews }) => reviews.map((review) => ({ ...review, uuid: stand(review.uuid) })));
  const judged = (review: ReviewedRule): ReviewedRule =>
    isJudged(review) ? { ...review, status, findingDetails: stand(review.findingDetails) } : review;
  return {
    ...checklist,
    ...head,
    asset: { ...asset, ...named },
    stigs: ofStigs.map((stig, i) => ({ ...stig, reviews: ofReviews[i]?.map(judged) ?? [] })),
  };
};

/** A stand-in, with its place as a group. */
export const standInPattern = /(?:ip:)?value-(\d+)-of-a-host/;

/** What the formats write for statuses: each list in the order in which its words stand in a file. */
export const wordsOf = ({ stigs }: Checklist): readonly (readonly string[])[] => {
  const reviews = stigs.flatMap((stig) => stig.reviews);
  const statuses = reviews.filter(isJudged).map(({ status }) => status);
  const score = scores(reviews);
  return [
    statuses.map((status) => statusNames[status].ckl),
    statuses,
    statuses.map((status) => statusNames[status].xccdf),
    statuses.map((status) => messageSeverity[status]),
    [score.default],
    [score.absolute],
  ];
};

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/** True where each value is of the form by which it is known to be valid wherever it stands; of one STIG. */
export const areOrdinary = ({ id, title, collectedAt, asset, stigs }: Checklist): boolean =>
  stigs.length === 1 &&
  isOrdinaryName(title) &&
  isOrdinaryName(asset.hostName) &&
  (asset.fqdn === '' || isOrdinaryFqdn(asset.fqdn)) &&
  areOrdinaryIps(asset.ipAddresses) &&
  areOrdinaryMacs(asset.macAddresses) &&
  (collectedAt === undefined || time.test(collectedAt)) &&
  uuid.test(id) &&
  stigs.every(
    (stig) =>
      uuid.test(stig.uuid) &&
      stig.reviews.every(
        (review) => uuid.test(review.uuid) && (!isJudged(review) || isOrdinaryText(review.findingDetails)),
      ),
  );
