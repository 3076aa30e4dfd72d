import { scapRoots } from '../benchmark/data-stream.js';
import { isZip } from '../bytes/signature.js';
import { hostOfCollection } from '../collection/collected-files.js';
import { readProlog } from '../xml/prolog.js';

/** A report by this program begins like this; it is no evidence, whatever folder it is in. */
const ownReport =
  /^<!DOCTYPE html>\n<html lang="en">\n<head>\n(?:<meta [^>]*>\n){4}<meta name="generator" content="exchange-stig [^">]*" \/>\n/;

/** What a file can be to this page. */
export type FileKind = 'export' | 'benchmark' | 'checklist' | 'results' | 'site';

/**
 * Tells by a file's content what it is to be taken as. Anything unrecognised is treated as an export: it is then read or refused with
 * the reason, where leaving it out would judge a host by half of its evidence.
 */
export const kindOf = (bytes: Uint8Array): FileKind => {
  // An Excel workbook is a zip archive too, and no benchmark.
  // So is what the collector packed.
  if (isZip(bytes))
    return holdsName(bytes, '[Content_Types].xml') || hostOfCollection({ path: '', bytes }) !== undefined
      ? 'export'
      : 'benchmark';
  const start = textOf(bytes.subarray(0, 65_536));
  if (/^\s*\{/.test(start)) {
    if (/"(?:stigs|cklb_version|target_data)"\s*:/.test(start)) return 'checklist';
    return /"(?:statedBy|statedOn)"\s*:/.test(start) ? 'site' : 'export';
  }
  if (!/^\s*</.test(start)) return 'export';
  if (ownReport.test(start)) return 'results';
  const { root } = readProlog(start);
  if (root === 'CHECKLIST') return 'checklist';
  if (root === 'TestResult' || root === scapRoots.arf) return 'results';
  if (root === 'Benchmark')
    return /<(?:[\w.-]+:)?(?:TestResult|rule-result)\b/.test(textOf(bytes)) ? 'results' : 'benchmark';
  return root === scapRoots.dataStream ? 'benchmark' : 'export';
};

/** Enough of a text to tell what it is, whatever bytes are damaged. */
const textOf = (bytes: Uint8Array): string => {
  const [first = 0, second = 0] = bytes;
  const isLittle = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0 && bytes.length > 1);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second !== 0);
  return new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8').decode(bytes);
};

/** Office documents have this file first. */
const holdsName = (bytes: Uint8Array, name: string): boolean =>
  new TextDecoder('utf-8').decode(bytes.subarray(0, 4096)).includes(name);
