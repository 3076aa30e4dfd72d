import { bytesOfFile, type FilePlan, textOfFile } from '../case.js';
import { isSendConnector } from '../facts.js';
import { decoded, survivorsOf } from './survives.js';

/** Faults of XML after which there may be no document at all. */
const notWellFormed =
  /^(a comment|an instruction|an end tag|an element that does not end|not one root|a tag|an attribute|text between)/;

/**
 * The text of a record that says DomainSecureEnabled False and stands in a damaged file as it stood in the whole one, where the
 * file's beginning up to the first name is as it was and what is left is still a document of its format; undefined where there is none. Such a
 * record makes its host open, whatever else happened to the file.
 */
export const failingRecord = (plan: FilePlan, bytes: Uint8Array): string | undefined => {
  const { dialect, columns } = plan;
  if (!isSendConnector(columns) || !columns.includes('DomainSecureEnabled')) return undefined;
  if (plan.connectors.every(({ domainSecure }) => domainSecure !== false)) return undefined;
  if (dialect.encoding === 'utf-16le-no-bom') return undefined;
  if (dialect.format === 'list' && /^(double|no-b|quoted|unp)/.test(dialect.noise)) return undefined;
  const whole = bytesOfFile(plan);
  if (whole.subarray(0, 4).some((byte, i) => bytes[i] !== byte)) return undefined;
  const { text, broken } = decoded(bytes);
  if (broken || !text.startsWith(beginningOf(decoded(whole).text, dialect.format === 'csv'))) return undefined;
  if (
    dialect.format === 'clixml' &&
    /&(?!(amp|lt|gt|quot|apos|#\d+|#x[\dA-Fa-f]+);)|[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|]]>/.test(text)
  )
    return undefined;
  const { pieces, visible } = survivorsOf(text, dialect);
  if (dialect.format === 'clixml' && visible.some((what) => notWellFormed.test(what))) return undefined;
  if (dialect.format === 'json' && visible.includes('a name twice in an object')) return undefined;
  const failing = pieces.filter(({ secure }) => secure === 'false');
  if (failing.length === 0) return undefined;
  const before = survivorsOf(textOfFile(plan), dialect).pieces;
  const own = new Set(before.filter(({ secure }) => secure === 'false').map((piece) => piece.text));
  return failing.find((piece) => own.has(piece.text))?.text;
};

/**
 * Up to the end of the first line that has a name of a property, where the format shows in it; with its line end, if a header longer
 * by the row below would be none.
 */
const beginningOf = (text: string, withLineEnd: boolean): string => {
  const name = /(Name|Identity|Guid|Enabled|Tls\w+|RequireTLS|IgnoreSTARTTLS|SmartHosts|AddressSpaces)\b[^\r\n]*/i.exec(
    text,
  );
  if (name === null) return text;
  const isLong = name[0].length > 600;
  const lineEnd = withLineEnd ? 1 : 0;
  return text.slice(0, name.index + (isLong ? 40 : name[0].length + lineEnd));
};
