import { elementsOf, textOf, type XmlElement } from '../../xml/tree.js';
import type { Report, Spot } from '../reading/report.js';
import { asLf } from '../reading/words.js';

/**
 * The finding details and comments of a rule-result, wherever a program puts them. Details: `detail` in check-content (STIG Manager
 * and this program), else the messages (Evaluate-STIG, SCC, SAF), each but once, else, where Evaluate-STIG or STIG Manager wrote
 * the file, the plain text of check-content and of `fix`: others have code there, and how to correct the rule. Comments: `comment` in check-content, else the remark of an override in `resultEngine` (Evaluate-STIG's answer file), which then
 * is taken from the end of the details, where Evaluate-STIG repeats it. What is there besides is left behind.
 */
export const readTexts = (
  result: XmlElement,
  report: Report,
  spotOf: (element: XmlElement, property?: string) => Spot,
  hasPlainDetails: boolean,
): { readonly findingDetails: string; readonly comments: string } => {
  const checks = elementsOf(result, 'check');
  const contents = checks.flatMap((check) => elementsOf(check, 'check-content'));
  const inContent = (name: string) => contents.flatMap((content) => elementsOf(content, name));
  const details = distinct(inContent('detail'));
  const messages = distinct(elementsOf(result, 'message'));
  const inContents = distinct(contents.map(ownText));
  const fixes = distinct(elementsOf(result, 'fix'));
  const remarks = distinct(
    inContent('resultEngine')
      .flatMap((engine) => elementsOf(engine, 'overrides'))
      .flatMap((overrides) => elementsOf(overrides, 'remark')),
  );
  const plain = hasPlainDetails ? distinct([...inContents, ...fixes]) : [];
  const found = [details, messages, plain].find((texts) => texts.length > 0) ?? [];
  const kept = new Set(found);
  for (const [name, texts] of [
    ['message', messages],
    ['check-content', inContents],
    ['text of fix', fixes],
  ] as const)
    for (const text of texts) if (!kept.has(text)) report.leave(name, spotOf(result), text);
  for (const child of checks.flatMap((check) => elementsOf(check)))
    if (child.name !== 'check-content' && child.name !== 'check-content-ref')
      report.leave(child.name, spotOf(child), textOf(child));
  for (const child of contents.flatMap((content) => elementsOf(content)))
    if (child.name === 'resultEngine') leaveEngine(child, report, spotOf);
    else if (child.name !== 'detail' && child.name !== 'comment')
      report.leave(child.name, spotOf(child), textOf(child));
  const comments = distinct(inContent('comment'));
  if (comments.length > 0) {
    for (const remark of remarks) report.leave('remark', spotOf(result), remark);
    return { findingDetails: found.join('\n\n'), comments: comments.join('\n\n') };
  }
  const remark = remarks.join('\n\n');
  return { findingDetails: withoutEnding(found.join('\n\n'), remark), comments: remark };
};

type Piece = XmlElement | string;

/** The texts that are not blank, exactly as they are, each once. */
const distinct = (pieces: readonly Piece[]): readonly string[] => [
  ...new Set(
    pieces.map((piece) => asLf(typeof piece === 'string' ? piece : textOf(piece))).filter((text) => text.trim() !== ''),
  ),
];

/** The text that is directly in an element that holds no element; white space between elements is none. */
const ownText = (element: XmlElement): string =>
  element.children.map((child) => (child.kind === 'text' && child.text.trim() !== '' ? child.text : '')).join('');

const withoutEnding = (text: string, ending: string): string => {
  const end = ending.trim();
  const whole = text.trimEnd();
  return end !== '' && whole.endsWith(end) ? whole.slice(0, -end.length).trimEnd() : text;
};

/** Which program came to a result by itself, and whose word went over it. */
const leaveEngine = (
  engine: XmlElement,
  report: Report,
  spotOf: (element: XmlElement, property?: string) => Spot,
): void => {
  for (const child of elementsOf(engine))
    if (child.name !== 'overrides') report.leaveId('resultEngine', spotOf(child), textOf(child));
    else
      for (const part of elementsOf(child))
        if (part.name !== 'remark') report.leave(`overrides ${part.name}`, spotOf(part), textOf(part));
};
