import type { Site } from './site.js';
import { type HostNames, speaksOf } from './whose.js';

/** The conditions for parts of a site file to count. */
export interface Gates {
  /** Stated by someone, and not in the future. */
  readonly isStated: boolean;
  /** The file is about this host, or about none in particular. */
  readonly isListed: boolean;
  /** Connectors' names count. */
  readonly namesCount: boolean;
  /** The plan is named and was reviewed in time. */
  readonly isPlanKnown: boolean;
  /** The same for this host, so that its silence is an answer. */
  readonly isPlanReviewed: boolean;
  readonly areNamesReviewed: boolean;
  /** Connectors that are newer than the file are included. */
  readonly isNewerToo?: boolean | undefined;
}

/** Why a gate is closed. */
export interface GateReasons {
  readonly hasPlan: boolean;
  readonly notStated: string | undefined;
  readonly notReviewed: string | undefined;
  readonly namesNotReviewed: string | undefined;
}

export const isAfter = (day: string | undefined, limit: string | undefined): boolean =>
  day !== undefined && limit !== undefined && day > limit;

/** Which conditions a site file meets for a host, on the day of its assessment. */
export const gatesOf = (site: Site, host: HostNames, today: string): Gates & GateReasons => {
  const { statedBy, statedOn, plan } = site;
  const notStated =
    statedBy === undefined
      ? 'statedBy is not given'
      : statedOn === undefined
        ? 'statedOn is not given'
        : statedOn > today
          ? `statedOn ${statedOn} is after the day of the assessment, ${today}`
          : undefined;
  const lacking = (['title', 'version', 'reviewedOn'] as const).filter((name) => plan[name] === undefined);
  const notReviewed =
    lacking.length > 0
      ? `edsp has no ${lacking.join(', ')}`
      : isAfter(plan.reviewedOn, statedOn)
        ? `edsp.reviewedOn ${plan.reviewedOn} is after statedOn ${statedOn}`
        : undefined;
  const namesNotReviewed =
    site.namesReviewedOn === undefined
      ? 'names.reviewedOn is not given'
      : isAfter(site.namesReviewedOn, statedOn)
        ? `names.reviewedOn ${site.namesReviewedOn} is after statedOn ${statedOn}`
        : undefined;
  const isListed = site.hosts.length === 0 || speaksOf(site, host);
  return {
    isStated: notStated === undefined,
    isListed,
    namesCount: site.hosts.length > 0 && isListed,
    isPlanKnown: notReviewed === undefined,
    isPlanReviewed: notReviewed === undefined && isListed,
    areNamesReviewed: namesNotReviewed === undefined,
    hasPlan: lacking.length < 3,
    notStated,
    notReviewed,
    namesNotReviewed,
  };
};
