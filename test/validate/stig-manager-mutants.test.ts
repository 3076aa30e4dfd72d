import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { byItsParser } from '../../src/importers/stig-manager/by-its-parser.js';
import { predictStigManager } from '../../src/importers/stig-manager.js';
import { documentOf, type Format } from '../support/documents.js';
import { jsonMutants, type Mutant, xmlMutants } from '../support/mutants.js';
import { lacksShared, sharedFile } from '../support/shared.js';
import { client, disagreement } from '../support/stig-manager.js';

const goldens = new URL('../formats/goldens/', import.meta.url);
const goldenFiles: Readonly<Record<Format, string>> = {
  ckl: 'checklist.ckl',
  cklb: 'checklist.cklb',
  xccdf: 'xccdf-results.xml',
};
const golden = (name: string, format: Format): string =>
  readFileSync(new URL(`${name}/${goldenFiles[format]}`, goldens), 'utf8');

const cklElements = [
  'CHECKLIST',
  'ASSET',
  'HOST_NAME',
  'HOST_IP',
  'HOST_MAC',
  'HOST_FQDN',
  'ROLE',
  'TARGET_KEY',
  'STIGS',
  'iSTIG',
  'STIG_INFO',
  'SI_DATA',
  'SID_NAME',
  'SID_DATA',
  'VULN',
  'STATUS',
  'FINDING_DETAILS',
  'COMMENTS',
  'SEVERITY_OVERRIDE',
] as const;
const ruleElements = ['STIG_DATA', 'VULN_ATTRIBUTE', 'ATTRIBUTE_DATA'] as const;

const xccdfElements = [
  'Benchmark',
  'Group',
  'TestResult',
  'benchmark',
  'identity',
  'target',
  'target-address',
  'target-facts',
  'fact',
  'rule-result',
  'result',
  'message',
  'check',
  'check-content',
  'detail',
  'comment',
  'score',
  'version',
] as const;

const xccdfAttributes = ['id', 'idref', 'href', 'name', 'time', 'end-time', 'test-system', 'severity', 'type'] as const;

/** Much of the one file that has one of everything, and of the others what they have besides. */
const mutantsOf = (format: Format, name: string): readonly Mutant[] => {
  const text = golden(name, format);
  const kinds =
    name === 'one-rule-open' ? undefined : ['drop', 'rename', 'empty', 'case', 'retype', 'duplicate', 'null'];
  if (format === 'cklb')
    return jsonMutants(text, { kinds }).filter(({ name: mutant }) => !/discussion|check_content|fix_text/.test(mutant));
  const elements = format === 'ckl' ? cklElements : xccdfElements;
  const found = [
    ...xmlMutants(text, { elements, attributes: [], kinds }),
    ...xmlMutants(text, { elements: [], attributes: xccdfAttributes, kinds }),
  ];
  if (kinds !== undefined) return found;
  const ofRules = xmlMutants(text, { elements: ruleElements, kinds: ['drop', 'rename', 'empty', 'case', 'duplicate'] });
  return [...found, ...(format === 'ckl' ? ofRules : []), ...markupMutants(text)];
};

/** What a tree cannot show: the text of each leaf put as CDATA, with a comment, an instruction or references in it. */
const markupMutants = (text: string): readonly Mutant[] =>
  [...text.matchAll(/<([^\s/>?!]+)([^>]*)>([^<]+)<\/\1>/g)].flatMap(
    ({ 0: whole, 1: name = '', 2: attributes = '', 3: content = '', index }) =>
      Object.entries({
        cdata: `<![CDATA[${content}]]>`,
        'half-cdata': `${content} <![CDATA[ x ]]> y`,
        comment: `${content}<!-- said --> more`,
        instruction: `${content}<?said so?> more`,
        twice: `${content} &amp;lt;b&amp;gt; &amp;#65; &#38;#x42; &amp;copy 1 &amp;copyright &amp;apos; &amp;foo`,
        numeric: `&#32;${content}&#10;&#38;lt; &#x80; &#128;`,
      }).map(([kind, inside]) => ({
        name: `${kind} ${name} at ${index}`,
        text: `${text.slice(0, index)}<${name}${attributes}>${inside}</${name}>${text.slice(index + whole.length)}`,
      })),
  );

describe.skipIf(client === undefined)('the prediction and the real parser', () => {
  it.each(['ckl', 'cklb', 'xccdf'] as const)(
    'agree on mutants (%s)',
    (format) => {
      let tried = 0;
      let refused = 0;
      const disagreed: string[] = [];
      for (const name of ['one-rule-open', 'all-statuses', 'hostile-texts', 'many-addresses', 'no-addresses'])
        for (const mutant of [{ name: 'unchanged', text: golden(name, format) }, ...mutantsOf(format, name)]) {
          const parsed = documentOf(format, mutant.text);
          if (parsed === undefined) continue;
          tried += 1;
          if (predictStigManager(parsed, byItsParser).refused) refused += 1;
          const said = disagreement(parsed, mutant.text);
          if (said !== undefined) disagreed.push(`${name}: ${mutant.name}: ${said}`);
        }
      console.info(`STIG Manager, ${format}: ${tried} mutants (${refused} refused), ${disagreed.length} disagreed`);
      expect(disagreed.slice(0, 20)).toEqual([]);
      expect(tried).toBeGreaterThan(500);
    },
    60_000,
  );

  it.skipIf(lacksShared('data/checklists') || lacksShared('data/xccdf-results'))(
    'agree on files of other programs',
    () => {
      const disagreed: string[] = [];
      let tried = 0;
      for (const folder of ['data/checklists', 'data/xccdf-results'])
        for (const name of readdirSync(sharedFile(folder), { recursive: true, encoding: 'utf8' })) {
          const format = ({ ckl: 'ckl', cklb: 'cklb', xml: 'xccdf' } as const)[name.split('.').at(-1) ?? ''];
          if (format === undefined) continue;
          const text = readFileSync(sharedFile(`${folder}/${name}`), 'utf8');
          const parsed = documentOf(format, text);
          if (parsed === undefined) continue;
          tried += 1;
          const said = disagreement(parsed, text);
          if (said !== undefined) disagreed.push(`${name}: ${said}`);
        }
      console.info(`STIG Manager: ${tried} files of other programs, ${disagreed.length} disagreed`);
      expect(disagreed).toEqual([]);
    },
  );
});
