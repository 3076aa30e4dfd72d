import { attributeOf, elementsOf, textOf, type XmlElement } from '../../xml/tree.js';
import { decisive, send } from '../property-names.js';
import { isSendConnectorType } from '../recognise.js';
import { type Context, refuse } from './context.js';
import { unescapeClixml } from './value.js';

const otherStreams = new Set(['progress', 'verbose', 'debug', 'warning', 'information']);

/**
 * True for an object of the output, false for one of another stream, which only the output of a whole PowerShell process
 * (`-OutputFormat XML`) has; in any other file everything is output. Refused: an error (`clixml-error-stream`), and a
 * connector in another stream (`clixml-other-stream`), for no cmdlet writes one there and it would not be judged.
 */
export const isOutput = (context: Context, element: XmlElement, streamed: boolean): boolean => {
  const stream = attributeOf(element, 'S')?.toLowerCase() ?? 'output';
  if (stream === 'error') refuse(context, 'clixml-error-stream', element, {});
  if (!streamed || !otherStreams.has(stream)) return true;
  if (element.name === 'Ref' || holdsConnector(context, element))
    refuse(context, 'clixml-other-stream', element, { actual: stream });
  return false;
};

const holdsConnector = (context: Context, element: XmlElement): boolean => {
  const name = unescapeClixml(attributeOf(element, 'N') ?? '').toLowerCase();
  if (send.has(name) || decisive.has(name)) return true;
  if (element.name === 'T' && isSendConnectorType(unescapeClixml(textOf(element)))) return true;
  const types =
    element.name === 'TNRef' ? context.typeNames.get(attributeOf(element, 'RefId') ?? '')?.value : undefined;
  return types?.some(isSendConnectorType) || elementsOf(element).some((child) => holdsConnector(context, child));
};
