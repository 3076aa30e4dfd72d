import pc from 'picocolors';
import { catalog, type DiagnosticCode } from '../../diagnostics/catalog.js';
import type { Entry } from '../../diagnostics/entry.js';
import { meanings, type Subject, subjects } from '../../diagnostics/explanations.js';
import type { Effect } from '../../model/place.js';
import { usualWidth } from '../../text/table.js';
import { wrapToWidth } from '../../text/width.js';
import { labels } from './diagnostics.js';

const effects: Readonly<Record<Effect, string>> = {
  refuses: 'refuses the file: no result comes of it',
  'withholds-pass': 'withholds a pass: the evidence can show a finding, but not that there is none',
  none: 'none on the verdict',
};

interface CodeStyle {
  readonly color: boolean;
  readonly columns?: number | undefined;
}

/** Every code by its subject, for `help codes`. */
export const explainAll = (style: CodeStyle): string =>
  subjects
    .map(({ title, about, messages }) => {
      const { bold } = pc.createColors(style.color);
      const heading = [bold(title), ...wrapped(about, style)].join('\n');
      return `${heading}\n\n${Object.keys(messages)
        .map((code) => blockOf(code as DiagnosticCode, style))
        .join('\n')}`;
    })
    .join('\n');

/** One code, for `help CODE`; nothing where there is none. */
export const explainCode = (code: string, style: CodeStyle): string | undefined => {
  const subject = subjects.find(({ messages }) => Object.hasOwn(messages, code));
  if (subject === undefined) return undefined;
  const about = wrapped(`${subject.title}: ${subject.about}`, style).join('\n');
  return `${blockOf(code as DiagnosticCode, style)}\n${about}\n`;
};

const blockOf = (code: DiagnosticCode, style: CodeStyle): string => {
  const { severity, effect } = catalog[code];
  const { red, yellow, gray } = pc.createColors(style.color);
  const paint = { error: red, warning: yellow, info: gray }[severity];
  const lines = [`Effect: ${effects[effect]}.`, `Says: ${templateOf(code)}`, ...meaningOf(code)];
  return [paint(`${code} (${labels[severity]})`), ...lines.flatMap((line) => wrapped(line, style, '  ')), ''].join(
    '\n',
  );
};

const meaningOf = (code: DiagnosticCode): readonly string[] => {
  const meaning = meanings[code];
  return meaning === undefined ? [] : [`Means: ${meaning}`];
};

const wrapped = (text: string, { columns = usualWidth }: CodeStyle, indent = ''): readonly string[] =>
  wrapToWidth(text, columns - indent.length).map((line) => indent + line);

/** docs/diagnostics.md, which `npm run diagnostics` writes. */
export const diagnosticsPage = (): string =>
  [
    '# What the messages mean\n',
    '<!-- Written by `npm run diagnostics` from src/diagnostics: do not edit. -->\n',
    'Every message ends with its code in brackets. `exchange-stig help CODE` prints what is here about one of them, `exchange-stig help codes`',
    'everything. `<words>` stand for what a message quotes. The effect of a message on the verdict:\n',
    ...Object.entries(effects).map(([effect, words]) => `- **${effect}**: ${words}`),
    '\nAn error without an effect on the verdict can still fail the command; the exit code says so.',
    ...subjects.flatMap(sectionOf),
    '',
  ].join('\n');

const sectionOf = ({ title, about, messages }: Subject): readonly string[] => [
  `\n## ${title}\n\n${about}\n`,
  '| code | severity | effect | message, and what else there is to know |',
  '|---|---|---|---|',
  ...Object.keys(messages).map((key) => {
    const code = key as DiagnosticCode;
    const { severity, effect } = catalog[code];
    const meaning = meanings[code];
    const cells = [
      `\`${code}\``,
      labels[severity],
      effect,
      `${markdown(templateOf(code))}${meaning === undefined ? '' : `<br>*${markdown(meaning)}*`}`,
    ];
    return `| ${cells.join(' | ')} |`;
  }),
];

const markdown = (text: string): string =>
  text.replace(/[&<|*_`[\]\\]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : `\\${sign}`));

/** The message with the names of its arguments in place of what it quotes. */
const templateOf = (code: DiagnosticCode): string => (catalog[code] as Entry<object>).message(anything);

/** Has every argument that a message may ask for: its name in most cases. */
const anything: Record<string, never> & { readonly place: object } = new Proxy(
  { place: { file: '<file>' } },
  { get: (known, name) => Reflect.get(known, name) ?? argument(String(name)) },
) as never;

/** What is a list in messages. */
const lists: Readonly<Record<string, readonly string[]>> = { members: ['<member>'], fields: ['fqdn', 'ip', 'mac'] };
const argument = (name: string): unknown => {
  // Where a message is read, if not in the command's output.
  if (name === 'on') return undefined;
  return lists[name] ?? `<${name}>`;
};
