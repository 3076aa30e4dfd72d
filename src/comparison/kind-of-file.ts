import { decodeExport } from '../bytes/decode-export.js';
import { detect } from '../evidence/detect.js';
import { readProlog } from '../xml/prolog.js';

/** What two files are compared as; undefined where the content tells neither. */
export type ComparedKind = 'export' | 'checklist';

const checklistRoots = /^(CHECKLIST|Benchmark|TestResult|data-stream-collection|asset-report-collection)$/;

/** Tells by its content what a file is to be compared as. Whether it can be read is another question. */
export const comparedKind = (bytes: Uint8Array, file: string): ComparedKind | undefined => {
  const decoded = decodeExport(bytes, file);
  if (!decoded.ok) return undefined;
  const start = decoded.value.text.slice(0, 65_536).trimStart();
  if (start.startsWith('<') && checklistRoots.test(readProlog(start).root ?? '')) return 'checklist';
  if (start.startsWith('{') && /"(?:stigs|cklb_version|target_data)"\s*:/.test(start)) return 'checklist';
  const detected = detect(decoded.value.text, file);
  return detected.ok && detected.value !== 'empty' ? 'export' : undefined;
};
