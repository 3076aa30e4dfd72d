import type { Entry } from './entry.js';
import * as rooms from './messages/rooms.js';

/**
 * Every diagnostic of this program: its code, its severity and its English. The place is put in front by `diagnosticLine`.
 */
export const catalog = {
  ...rooms.text,
  ...rooms.evidence,
  ...rooms.connectors,
  ...rooms.strength,
  ...rooms.transportConfig,
  ...rooms.collection,
  ...rooms.list,
  ...rooms.csv,
  ...rooms.json,
  ...rooms.xml,
  ...rooms.clixml,
  ...rooms.formats,
  ...rooms.validation,
  ...rooms.stigManager,
  ...rooms.mitre,
  ...rooms.openscapStigViewer,
  ...rooms.checklist,
  ...rooms.benchmark,
  ...rooms.bundle,
  ...rooms.fleet,
  ...rooms.comparison,
  ...rooms.site,
  ...rooms.commandLine,
} as const satisfies Record<string, Entry<never>>;

export type Catalog = typeof catalog;

export type DiagnosticCode = keyof Catalog;
