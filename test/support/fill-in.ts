import { type ExactEncoding, encodeAs } from '../../src/bytes/exact.js';
import type { Filling } from '../../src/checklist/fill-in.js';
import { toCkl } from '../../src/formats/ckl/write.js';
import { toCklb } from '../../src/formats/cklb/write.js';
import type { ReviewedRule } from '../../src/model/checklist.js';
import { seal } from '../../src/rules/own-details.js';
import { oneRule, testTool } from './checklists.js';

export const filling: Filling = {
  vulnId: 'V-259594',
  ruleId: 'SV-259594r1043178_rule',
  stig: 'MS_Exchange_2019_Edge_Server_STIG',
  status: 'open',
  findingDetails: seal(
    [
      'Judged by exchange-stig: V-259594 (SV-259594r1043178_rule, EX19-ED-000098)',
      'Verdict: OPEN. "R&D" <relay> failed, ]]> & müßte 😀',
      'Evaluated by exchange-stig 1.0.0 at 2026-01-31T12:00:00Z',
    ].join('\n'),
    '',
  ),
};

export const ckl = (review: Partial<ReviewedRule> = {}): string => toCkl(oneRule(review), testTool).text;
export const cklb = (review: Partial<ReviewedRule> = {}): string => toCklb(oneRule(review), { strict: false }).text;

/** Somebody else's checklist with the rule put into its first STIG, as that one stands in a file of this program. */
export const withRule = (theirs: string, format: 'ckl' | 'cklb', review: Partial<ReviewedRule> = {}): string => {
  const [own, from, to] =
    format === 'ckl'
      ? [ckl(review), '<VULN>', '</VULN>']
      : [cklb(review), '{\n          "group_id_src"', '\n        }\n'];
  const rule = own.slice(own.indexOf(from), own.indexOf(to) + to.length);
  const at = format === 'ckl' ? '</STIG_INFO>' : '"rules": [';
  const place = theirs.indexOf(at) + at.length;
  if (place < at.length) throw new Error('there is no place for the rule');
  return `${theirs.slice(0, place)}\n\t\t\t${rule.trimEnd()}${format === 'ckl' ? '' : ','}${theirs.slice(place)}`;
};

/** The values that may change, found without the program's help: what stands behind the rule's id. */
const places = {
  ckl: [/<STATUS>[^<]*<\/STATUS>/, /<FINDING_DETAILS\s*>[\s\S]*?<\/FINDING_DETAILS>|<FINDING_DETAILS\s*\/>/],
  cklb: [/(?<="status"\s*:\s*)(?:null|"(?:[^"\\]|\\.)*")/, /(?<="finding_details"\s*:\s*)(?:null|"(?:[^"\\]|\\.)*")/],
} as const;

/** A file's bytes without the values of the rule, as one character a byte. */
export const withoutValues = (bytes: Uint8Array, format: 'ckl' | 'cklb', encoding: ExactEncoding): string => {
  const wide = encoding.startsWith('utf-16');
  const text = wide ? toUnits(bytes, encoding === 'utf-16le') : Buffer.from(bytes).toString('latin1');
  const at = text.indexOf('V-259594');
  if (at === -1) throw new Error('the rule is not there');
  const [head, tail] = [text.slice(0, at), text.slice(at)];
  for (const place of places[format]) if (!place.test(tail)) throw new Error(`nothing matches ${place}`);
  return head + places[format].reduce((rest: string, place) => rest.replace(place, '#'), tail);
};

const toUnits = (bytes: Uint8Array, littleEndian: boolean): string => {
  const copy = Buffer.from(bytes);
  return (littleEndian ? copy : copy.swap16()).toString('utf16le');
};

/** The same text with other line ends and another encoding. */
export const variant = (text: string, lineEnd: string, encoding: ExactEncoding): Uint8Array =>
  encodeAs(text.replaceAll('\n', lineEnd), encoding);
