import type { DiagnosticCode } from '../diagnostics/catalog.js';
import type { Rule } from '../model/benchmark.js';
import { beginning } from '../text/limit.js';

/** The texts of a rule that DISA packs into its description. */
export type DescriptionFields = Pick<
  Rule,
  | 'discussion'
  | 'falsePositives'
  | 'falseNegatives'
  | 'documentable'
  | 'mitigations'
  | 'severityOverrideGuidance'
  | 'potentialImpacts'
  | 'thirdPartyTools'
  | 'mitigationControl'
  | 'responsibility'
  | 'iaControls'
>;

export interface DescriptionFault {
  readonly code: Extract<DiagnosticCode, `description-${string}`>;
  /** The field's tag, or the beginning of the text that is in no field. */
  readonly text: string;
}

const tags: ReadonlyMap<string, keyof DescriptionFields> = new Map([
  ['VulnDiscussion', 'discussion'],
  ['FalsePositives', 'falsePositives'],
  ['FalseNegatives', 'falseNegatives'],
  ['Documentable', 'documentable'],
  ['Mitigations', 'mitigations'],
  ['SeverityOverrideGuidance', 'severityOverrideGuidance'],
  // As checklists, and some benchmarks, misname it.
  ['SecurityOverrideGuidance', 'severityOverrideGuidance'],
  ['PotentialImpacts', 'potentialImpacts'],
  ['ThirdPartyTools', 'thirdPartyTools'],
  ['MitigationControl', 'mitigationControl'],
  ['Responsibility', 'responsibility'],
  ['IAControls', 'iaControls'],
]);

/**
 * Takes apart a description as DISA writes it, a text with tags of its own: `<VulnDiscussion>…</VulnDiscussion>
 * <FalsePositives>…`. It is not XML, as the texts hold `<` and `&` as they are: a field goes from its tag to the first end
 * tag of that name, whatever is between. Every character but white space between fields is in exactly one field: text
 * outside comes behind the discussion, and a description without any field is the discussion.
 *
 * @param text the description with its XML references decoded
 * @returns faults, once for each field: `description-field-twice` (its texts are put together), `description-field-unclosed` (it goes to the next
 *   field), `description-text-outside`
 */
export const fromDescription = (
  text: string,
): { readonly fields: DescriptionFields; readonly faults: readonly DescriptionFault[] } => {
  const { parts, outside, faults } = split(text);
  const given = new Map<keyof DescriptionFields, string[]>();
  for (const { tag, content } of parts) {
    const field = tags.get(tag) ?? 'discussion';
    const earlier = given.get(field);
    if (earlier === undefined) given.set(field, [content]);
    else {
      earlier.push(content);
      if (earlier.length === 2) faults.push({ code: 'description-field-twice', text: tag });
    }
  }
  const stray = outside.filter((piece) => piece.trim() !== '');
  if (stray.length > 0) {
    if (parts.length > 0) faults.push({ code: 'description-text-outside', text: beginning(stray.join(' ')) });
    given.set('discussion', [...(given.get('discussion') ?? []), ...stray]);
  }
  const join = (field: keyof DescriptionFields): string => {
    const texts = given.get(field) ?? [];
    return texts.length < 2 ? (texts[0] ?? '') : texts.filter((piece) => piece !== '').join('\n\n');
  };
  return {
    fields: {
      discussion: join('discussion'),
      falsePositives: join('falsePositives'),
      falseNegatives: join('falseNegatives'),
      documentable: join('documentable'),
      mitigations: join('mitigations'),
      severityOverrideGuidance: join('severityOverrideGuidance'),
      potentialImpacts: join('potentialImpacts'),
      thirdPartyTools: join('thirdPartyTools'),
      mitigationControl: join('mitigationControl'),
      responsibility: join('responsibility'),
      iaControls: join('iaControls'),
    },
    faults,
  };
};

interface Split {
  readonly parts: { readonly tag: string; readonly content: string }[];
  readonly outside: string[];
  readonly faults: DescriptionFault[];
}

const split = (text: string): Split => {
  const parts: Split['parts'] = [];
  const outside: string[] = [];
  const faults: DescriptionFault[] = [];
  // A tag that has no end tag further on has none later either: it is looked for once.
  const neverClosed = new Set<string>();
  const starts = [...text.matchAll(new RegExp(`<(${[...tags.keys()].join('|')})[ \\t\\n]*(/?)>`, 'g'))];
  let at = 0;
  for (const [i, start] of starts.entries()) {
    // Inside the field before.
    if (start.index < at) continue;
    outside.push(text.slice(at, start.index));
    const [whole, tag = '', empty] = start;
    const from = start.index + whole.length;
    const endTag = `</${tag}>`;
    const end = empty || neverClosed.has(tag) ? -1 : text.indexOf(endTag, from);
    if (empty) at = from;
    else if (end === -1) {
      if (!neverClosed.has(tag)) faults.push({ code: 'description-field-unclosed', text: tag });
      neverClosed.add(tag);
      at = starts[i + 1]?.index ?? text.length;
    } else at = end + endTag.length;
    parts.push({ tag, content: text.slice(from, end === -1 ? at : end) });
  }
  outside.push(text.slice(at));
  return { parts, outside, faults };
};
