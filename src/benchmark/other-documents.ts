import { readProlog } from '../xml/prolog.js';
import { elementsOf, type XmlElement } from '../xml/tree.js';
import { scapRoots } from './data-stream.js';

const namespaces: readonly string[] = ['http://checklists.nist.gov/xccdf/1.1', 'http://checklists.nist.gov/xccdf/1.2'];

/** What a text is if it is not XML, or is HTML, which need not be well-formed; undefined if it may be a benchmark. */
export const otherText = (text: string): string | undefined => {
  if (text.trim() === '') return 'an empty file';
  if (/^\s*<(?:!doctype\s+html|html)\b/i.test(text)) return 'an HTML page';
  if (/^\s*#< CLIXML/.test(text) || readProlog(text).root === 'Objs') return 'a CLIXML export';
  if (/^\s*</.test(text)) return undefined;
  return /^\s*\{/.test(text) && /"stigs"/.test(text) ? 'a CKLB checklist' : 'other text, not XML';
};

/** What an XML document is if it is not a benchmark; undefined for a benchmark. */
export const otherDocument = (root: XmlElement): string | undefined => {
  switch (root.name) {
    case 'Benchmark':
      if (!namespaces.includes(root.namespace)) return `a Benchmark of the namespace "${root.namespace}"`;
      return holdsResult(root) ? 'an XCCDF result (it holds a TestResult)' : undefined;
    case 'TestResult':
      return 'an XCCDF result (TestResult)';
    case 'CHECKLIST':
      return 'a CKL checklist';
    case scapRoots.dataStream:
      return 'a SCAP data stream without a Benchmark';
    case scapRoots.arf:
      return 'an ARF report';
    default:
      return `XML with the root "${root.name}"`;
  }
};

const holdsResult = (element: XmlElement): boolean => elementsOf(element, 'TestResult').length > 0;
