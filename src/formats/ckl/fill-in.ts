import { lineEndOf } from '../../text/line-end.js';
import { contentSpan, escapeContent } from '../../xml/content.js';
import { elementsOf, textOf, type XmlElement } from '../../xml/tree.js';
import type { FillInTarget, RuleSlots, Slot, SlotFault } from '../slots.js';
import { statusNames } from '../status.js';

/**
 * A CKL as something to fill in: the text of STATUS and FINDING_DETAILS of a VULN, wherever the rest of the file departs
 * from the schema.
 *
 * @param root what `parseXml` made of `text`
 */
export const cklTarget = (root: XmlElement, text: string): FillInTarget => {
  const stigs = elementsOf(root, 'STIGS').flatMap((all) => elementsOf(all, 'iSTIG'));
  const lineEnd = lineEndOf(text);
  const asset = (name: string) =>
    elementsOf(root, 'ASSET')
      .flatMap((element) => elementsOf(element, name))
      .map(textOf)
      .filter((value) => value.trim() !== '');
  return {
    hostNames: asset('HOST_NAME'),
    fqdns: asset('HOST_FQDN'),
    stigs: stigs.map(stigId),
    find: (vulnId) =>
      stigs.flatMap((stig) =>
        elementsOf(stig, 'VULN')
          .filter((vuln) => attributesOf(vuln, 'Vuln_Num').includes(vulnId))
          .map(
            (vuln): RuleSlots => ({
              stig: stigId(stig),
              ruleId: attributesOf(vuln, 'Rule_ID')[0] ?? '',
              checkContent: attributesOf(vuln, 'Check_Content')[0] ?? '',
              title: attributesOf(vuln, 'Rule_Title')[0] ?? '',
              fixText: attributesOf(vuln, 'Fix_Text')[0] ?? '',
              offset: vuln.start,
              status: slotOf(vuln, 'STATUS', text, lineEnd),
              details: slotOf(vuln, 'FINDING_DETAILS', text, lineEnd),
              comments: slotOf(vuln, 'COMMENTS', text, lineEnd),
            }),
          ),
      ),
    statusWord: (status) => statusNames[status].ckl,
  };
};

const stigId = (stig: XmlElement): string =>
  elementsOf(stig, 'STIG_INFO')
    .flatMap((info) => pairsOf(info, 'SI_DATA', 'SID_NAME', 'SID_DATA'))
    .find(([name]) => name === 'stigid')?.[1] ?? '';

const attributesOf = (vuln: XmlElement, name: string): readonly string[] =>
  pairsOf(vuln, 'STIG_DATA', 'VULN_ATTRIBUTE', 'ATTRIBUTE_DATA')
    .filter(([key]) => key === name)
    .map(([, value]) => value);

const pairsOf = (
  parent: XmlElement,
  pair: string,
  key: string,
  value: string,
): readonly (readonly [name: string, value: string])[] =>
  elementsOf(parent, pair).map((element) => [joined(element, key), joined(element, value)]);

const joined = (parent: XmlElement, name: string): string => elementsOf(parent, name).map(textOf).join('').trim();

const slotOf = (vuln: XmlElement, name: string, text: string, lineEnd: '\n' | '\r\n' | '\r'): Slot | SlotFault => {
  const elements = elementsOf(vuln, name);
  const [element] = elements;
  const fault = (offset: number, found: string): SlotFault => ({
    kind: 'fault',
    offset,
    expected: `one <${name}> with text only`,
    found,
  });
  if (element === undefined) return fault(vuln.start, 'none');
  if (elements.length > 1) return fault(elements[1]?.start ?? vuln.start, String(elements.length));
  const span = contentSpan(text, element.start);
  if (span.kind === 'markup') return fault(span.start, 'an element, comment or instruction inside it');
  const { start, end } = span;
  const content = (value: string) => escapeContent(value, lineEnd);
  return {
    kind: 'slot',
    start,
    end,
    value: textOf(element),
    write: span.kind === 'text' ? content : (value) => `>${content(value)}</${span.name}>`,
  };
};
