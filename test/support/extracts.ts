import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import { renderExtract } from '../../src/formats/extract.js';
import type { JudgedRules } from '../../src/formats/extracted.js';
import type { Checklist } from '../../src/model/checklist.js';
import type { ExtractName } from '../../src/model/format-names.js';
import type { JudgedHost } from '../../src/outcome/judged-host.js';
import { testTool } from './checklists.js';
import { xsdValidator } from './libxml2.js';
import { sharedFile } from './shared.js';

/** A checklist, or a host that was judged, as the text of an extract. */
export const extractOf = async (format: ExtractName, from: Checklist | JudgedHost): Promise<string> => {
  if ('stigs' in from) return (await renderExtract(format, { checklist: from, tool: testTool })).text;
  if (from.judged === undefined) throw new Error(JSON.stringify(from.diagnostics));
  const { evidence, transportConfigs = [] } = from;
  const { checklist, reviews } = from.judged;
  const judged: JudgedRules = { reviews, evidence, transportConfigs };
  return (await renderExtract(format, { checklist, judged, tool: testTool })).text;
};

const compiled = (file: string): ((value: unknown) => readonly ErrorObject[]) => {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: true });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(sharedFile(`data/schemas/${file}`), 'utf8')));
  return (value) => (validate(value) ? [] : [...(validate.errors ?? [])]);
};

/** What the official schema says of an extract; OSCAL's by the version that it names and by the next one. */
export const officialExtracts = () => {
  const hdf = compiled('hdf/exec-json.json');
  const [oscal, next] = ['1.1.2', '1.2.1'].map((v) => compiled(`oscal/oscal_assessment-results_schema_${v}.json`));
  const junit = xsdValidator(sharedFile('data/schemas/junit/JUnit.xsd'));
  return {
    hdf: (text: string) => hdf(JSON.parse(text)),
    oscal: (text: string) => [
      ...(oscal?.(JSON.parse(text)) ?? []),
      ...(next?.(JSON.parse(text.replace('"oscal-version": "1.1.2"', '"oscal-version": "1.2.1"'))) ?? []),
    ],
    junit: (text: string) => {
      try {
        junit(text);
        return [];
      } catch (fault) {
        return [String(fault)];
      }
    },
  };
};
