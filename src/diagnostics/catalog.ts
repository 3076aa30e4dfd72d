import type { Entry } from './entry.js';
import { benchmark } from './messages/benchmark.js';
import { bundle } from './messages/bundle.js';
import { checklist } from './messages/checklist.js';
import { clixml } from './messages/clixml.js';
import { collection } from './messages/collection.js';
import { commandLine } from './messages/command-line.js';
import { comparison } from './messages/comparison.js';
import { connectors } from './messages/connectors.js';
import { csv } from './messages/csv.js';
import { evidence } from './messages/evidence.js';
import { fleet } from './messages/fleet.js';
import { formats } from './messages/formats.js';
import { json } from './messages/json.js';
import { list } from './messages/list.js';
import { mitre } from './messages/mitre.js';
import { openscapStigViewer } from './messages/openscap-stig-viewer.js';
import { site } from './messages/site.js';
import { stigManager } from './messages/stig-manager.js';
import { strength } from './messages/strength.js';
import { text } from './messages/text.js';
import { transportConfig } from './messages/transport-config.js';
import { validation } from './messages/validation.js';
import { xml } from './messages/xml.js';

/** The messages by room; each file is a list, one entry per code. */
export const rooms = [
  text,
  evidence,
  connectors,
  strength,
  transportConfig,
  collection,
  list,
  csv,
  json,
  xml,
  clixml,
  formats,
  validation,
  stigManager,
  mitre,
  openscapStigViewer,
  checklist,
  benchmark,
  bundle,
  fleet,
  comparison,
  site,
  commandLine,
] as const;

/**
 * Every diagnostic of this program: its code, its severity and its English. The place is put in front by `diagnosticLine`.
 */
export const catalog = {
  ...text,
  ...evidence,
  ...connectors,
  ...strength,
  ...transportConfig,
  ...collection,
  ...list,
  ...csv,
  ...json,
  ...xml,
  ...clixml,
  ...formats,
  ...validation,
  ...stigManager,
  ...mitre,
  ...openscapStigViewer,
  ...checklist,
  ...benchmark,
  ...bundle,
  ...fleet,
  ...comparison,
  ...site,
  ...commandLine,
} as const satisfies Record<string, Entry<never>>;

export type Catalog = typeof catalog;

export type DiagnosticCode = keyof Catalog;
