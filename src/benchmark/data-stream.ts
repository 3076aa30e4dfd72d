import { readProlog } from '../xml/prolog.js';
import type { Skips } from '../xml/scan.js';
import { attributeOf, elementsOf, type XmlElement } from '../xml/tree.js';

/** Roots that hold XCCDF among other things: a SCAP source data stream (NIST SP 800-126), an ARF report (NISTIR 7694). */
export const scapRoots = { dataStream: 'data-stream-collection', arf: 'asset-report-collection' } as const;

const xccdf: ReadonlySet<string> = new Set(['Benchmark', 'TestResult', scapRoots.dataStream]);

/** Elements that wrap the documents of a data stream, or of an ARF's requests and reports. */
const holders: ReadonlySet<string> = new Set([
  `component ${scapRoots.dataStream}`,
  'content report-request',
  'content report',
]);

/**
 * What to skip of a text while it is parsed: OVAL, OCIL, CPE and scripts, which are most of a data stream and of an ARF, and which
 * nothing here reads. Undefined for any other document.
 */
export const skipsOf = (text: string): Skips | undefined => {
  const { root } = readProlog(text);
  return root === scapRoots.dataStream || root === scapRoots.arf ? isForeign : undefined;
};

const isForeign: Skips = (name, open) => {
  const around = `${localName(open.at(-1) ?? '')} ${localName(open.at(-2) ?? '')}`;
  return (holders.has(around) && !xccdf.has(localName(name))) || localName(name) === 'extended-component';
};

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The benchmarks of a data stream, with the ids of the components that hold them. */
export const benchmarksIn = (
  dataStream: XmlElement,
): readonly { readonly benchmark: XmlElement; readonly component: string }[] =>
  elementsOf(dataStream, 'component').flatMap((component) =>
    elementsOf(component, 'Benchmark').map((benchmark) => ({
      benchmark,
      component: (attributeOf(component, 'id') ?? '').trim(),
    })),
  );
