import { isDottedName, isIp, isMac } from './mitre/asset.js';
import { writtenByHeimdall } from './mitre/vuln.js';
import { mayMislead } from './mitre.js';
import { limits } from './stig-manager/prediction.js';
import { decodeHtml, mayChange } from './stig-manager/references.js';

/*
 * Values of which it is certain, whatever else a checklist holds, that every format carries them as they are and that no importer
 * refuses, cuts, changes or misreads them. Of a value that is none of these nothing is said: only validating the file tells.
 */

/** The name of a host or of a file: no format has to escape it. */
export const isOrdinaryName = (name: string): boolean =>
  name.length <= limits.host && /^[A-Za-z0-9_][\w.-]*$/.test(name) && !mayMislead(name);

export const isOrdinaryFqdn = (name: string): boolean => isOrdinaryName(name) && isDottedName(name);

/** Addresses that stand in one field, each of them once. */
const areOrdinary = (addresses: readonly string[], isOne: (address: string) => boolean): boolean =>
  addresses.join(' ').length <= limits.asset && new Set(addresses).size === addresses.length && addresses.every(isOne);

export const areOrdinaryIps = (ips: readonly string[]): boolean =>
  areOrdinary(ips, (ip) => /^[\da-f:.]+$/i.test(ip) && isIp(ip));

export const areOrdinaryMacs = (macs: readonly string[]): boolean =>
  areOrdinary(macs, (mac) => /^[\da-f:]{17}$/i.test(mac) && isMac(mac));

/** What XML 1.0 allows and every parser keeps: no carriage return, no lone surrogate, no byte order mark. */
const characters = /^[\t\n\x20-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u;

/** Of what has to be escaped; STIG Manager refuses a file with very many references. */
const mostEscapes = 500;

/** Finding details that are not empty. */
export const isOrdinaryText = (text: string): boolean =>
  text.length <= limits.text &&
  text !== '' &&
  text.trim() === text &&
  characters.test(text) &&
  countOf(text, /[&<>]/g) <= mostEscapes &&
  (!text.includes('&') || (decodeHtml(text) === text && !mayChange(text))) &&
  !writtenByHeimdall.test(text) &&
  !mayMislead(text);

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
