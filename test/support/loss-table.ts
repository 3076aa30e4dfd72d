import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { convertChecklist } from '../../src/checklist/convert.js';
import { type CarriedField, carriedFields, type Fate } from '../../src/formats/carries.js';
import { renderExtract } from '../../src/formats/extract.js';
import { readChecklist } from '../../src/formats/read-checklist.js';
import { renderChecklist } from '../../src/formats/registry.js';
import type { Checklist } from '../../src/model/checklist.js';
import { type ExtractName, type FormatName, isFormatName, type TargetName } from '../../src/model/format-names.js';
import { checklistOf } from './arbitrary-checklist.js';
import { testTool } from './checklists.js';
import { valuesOf, withValues } from './fields.js';
import { parseWithLibxml2, select } from './libxml2.js';
import { readFormat } from './read-format.js';

const write = { tool: testTool, cklbStrict: false, stigIndex: 0 };

/** Any checklist of as many STIGs, with every field of the model. */
const whole = (stigs: number) =>
  fc
    .tuple(
      checklistOf(stigs),
      fc.constantFrom('2026-01-30T12:00:00Z', '2026-01-29T00:00:00Z', undefined),
      fc.constantFrom('J. Doe', 'R. Lee'),
      fc.constantFrom('CUI', 'FOUO'),
      fc.constantFrom('RHEL-08-1', 'CCE-1'),
    )
    .map(
      ([checklist, collectedAt, assessor, classification, otherId]): Checklist => ({
        ...checklist,
        collectedAt,
        assessor,
        stigs: checklist.stigs.map((stig) => ({
          ...stig,
          classification,
          reviews: stig.reviews.map((review) => ({
            ...review,
            classification,
            rule: { ...review.rule, otherIds: [otherId] },
          })),
        })),
      }),
    );

const wholeChecklists = (stigs: number, count: number, seed: number): readonly Checklist[] =>
  fc.sample(whole(stigs), { numRuns: count, seed });

const textIn = async (format: TargetName, checklist: Checklist): Promise<string> =>
  isFormatName(format)
    ? (await renderChecklist(format, checklist, write)).text
    : (await renderExtract(format, { checklist, tool: testTool })).text;

/** Every text that an extract holds, as a program reads it that did not write it. */
const leavesOf = (format: ExtractName, text: string): ReadonlySet<string> => {
  if (format === 'csv' || format === 'poam')
    return new Set((parse(text) as string[][]).flat().map((cell) => cell.replace(/^'/, '')));
  if (format === 'junit') {
    const document = parseWithLibxml2(text);
    const leaves = new Set(select(document, '//@* | //*[not(*)]'));
    document.dispose();
    return leaves;
  }
  const leaves = new Set<string>();
  JSON.parse(text, (_, value) => {
    if (typeof value === 'string') leaves.add(value);
    return value;
  });
  return leaves;
};

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What was seen of a field in a format, over many checklists. */
export interface Seen {
  readonly name: string;
  readonly format: TargetName;
  /** Checklists in which the field alone was given other values, and in how many of these that changed the file. */
  readonly varied: number;
  readonly told: number;
  /** Checklists that have something in the field, and how many of these the file holds as it is. */
  readonly had: number;
  readonly kept: number;
}

/** Measures every field in a format, with as many pairs of random checklists. */
export const measure = async (format: TargetName, count: number, seed: number): Promise<readonly Seen[]> => {
  const stigs = format === 'xccdf' ? 1 : 2;
  const ones = wholeChecklists(stigs, count, seed);
  const others = wholeChecklists(stigs, count, seed + 1);
  const written = await Promise.all(ones.map((one) => textIn(format, one)));
  const read = isFormatName(format)
    ? await Promise.all(
        written.map(async (text) => {
          const found = readFormat[format](text, `x.${format}`);
          if (!found.ok) throw new Error(JSON.stringify(found.diagnostics));
          return found.value;
        }),
      )
    : [];
  const leaves = isFormatName(format) ? [] : written.map((text) => leavesOf(format, text));
  const seen: Seen[] = [];
  for (const { group, key } of carriedFields) {
    const tally = { varied: 0, told: 0, had: 0, kept: 0 };
    for (const [i, one] of ones.entries()) {
      const own = valuesOf(one, group, key);
      const foreign = valuesOf(others[i] ?? one, group, key).filter((value) => value !== undefined);
      const instead = own.map((value, n) => (value === undefined ? value : (foreign[n % foreign.length] ?? value)));
      if (!isEqual(own, instead)) {
        tally.varied += 1;
        if ((await textIn(format, withValues(one, group, key, instead))) !== written[i]) tally.told += 1;
      }
      const texts = own
        .flatMap((value) => (Array.isArray(value) ? value : [value]))
        .filter((value) => value !== undefined && value !== '');
      if (texts.length === 0) continue;
      tally.had += 1;
      const back = read[i];
      const holds = leaves[i];
      const isKept =
        back !== undefined
          ? isEqual(valuesOf(back, group, key), own)
          : texts.every((text) => holds?.has(String(text)) === true);
      if (isKept) tally.kept += 1;
    }
    seen.push({ name: `${group}.${key}`, format, ...tally });
  }
  return seen;
};

/** What is wrong with a row of the table, by what was seen; undefined where it holds. */
export const contradiction = (fate: Fate, { name, format, varied, told, had, kept }: Seen): string | undefined => {
  const where = `${name} in ${format}`;
  if (varied === 0 || had === 0) return `${where}: the random checklists never have a telling value`;
  if (fate === 'kept') return kept === had ? undefined : `${where}: said to be kept, and is in ${kept} of ${had}`;
  if (fate === 'lost') return told === 0 ? undefined : `${where}: said to be lost, and tells in ${told} of ${varied}`;
  if (told === 0) return `${where}: said to be changed (${fate.changed}), and is lost`;
  // Rare texts alone are changed in some: a few checklists may have none.
  return kept < had || had < 100 ? undefined : `${where}: said to be changed (${fate.changed}), and is kept`;
};

/** An XCCDF result in an ARF report, as scanners put it. */
const inArf = (xccdf: string): string => {
  const root = xccdf.slice(xccdf.indexOf('?>') + 2).trim();
  return `<?xml version="1.0" encoding="UTF-8"?>\n<arf:asset-report-collection xmlns:arf="http://scap.nist.gov/schema/asset-reporting-format/1.1"><arf:reports><arf:report id="xccdf"><arf:content>${root}</arf:content></arf:report></arf:reports></arf:asset-report-collection>\n`;
};

export const sources = ['ckl', 'cklb', 'xccdf', 'arf'] as const;

export type Source = (typeof sources)[number];

const carrierOf = (source: Source): FormatName => (source === 'arf' ? 'xccdf' : source);

/** What becomes of a field that is read from one format and written in another. */
const isKeptBy = ({ fates }: CarriedField, from: Source, to: TargetName): boolean =>
  fates[carrierOf(from)] === 'kept' && fates[to] === 'kept';

/**
 * Converts random checklists from one format to another, through the files, and answers with the fields that are said to be kept and were not.
 */
export const convertedWrongly = async (
  from: Source,
  to: TargetName,
  count: number,
  seed: number,
): Promise<readonly string[]> => {
  const wrong: string[] = [];
  for (const checklist of wholeChecklists(1, count, seed)) {
    const { text } = await renderChecklist(carrierOf(from), checklist, write);
    const read = readChecklist(new TextEncoder().encode(from === 'arf' ? inArf(text) : text), `x.${from}`);
    if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
    const converted = await convertChecklist({
      checklist: read.value.checklist,
      from: read.value.format,
      to,
      write,
      time: { value: '2026-02-01T00:00:00Z', given: false },
    });
    if (!converted.ok) throw new Error(JSON.stringify(converted.diagnostics));
    const { file } = converted.value;
    const back = isFormatName(to) ? readFormat[to](file.text, file.fileName) : undefined;
    if (back?.ok === false) throw new Error(JSON.stringify(back.diagnostics));
    const leaves = isFormatName(to) ? undefined : leavesOf(to, file.text);
    for (const { group, key, field } of carriedFields) {
      if (!isKeptBy(field, from, to)) continue;
      const own = valuesOf(checklist, group, key);
      const isKept =
        back?.ok === true
          ? isEqual(valuesOf(back.value, group, key), own)
          : own.flat().every((value) => value === undefined || value === '' || leaves?.has(String(value)) === true);
      if (!isKept) wrong.push(`${group}.${key}: ${JSON.stringify(own)}`);
    }
  }
  return wrong;
};
