import { expect, test } from 'vitest';
import { suggestTemplate } from '../../src/page/suggest-template.js';

test.each<[readonly string[], string]>([
  [['EDGE01.csv', 'EDGE02.csv'], '{host}.csv'],
  [['EDGE01.csv', 'HUB07.xml'], '{host}.*'],
  [['EDGE01-send-connectors.csv', 'EDGE02-send-connectors.csv'], '{host}-send-connectors.csv'],
  [['send_connectors_EDGE01.xml', 'send_connectors_EDGE02.xml'], 'send_connectors_{host}.xml'],
  [['all/EDGE01.csv', 'all/EDGE02.csv'], 'all/{host}.csv'],
  [['EDGE01.csv', 'EDGE01.json', 'EDGE02.csv'], '{host}.*'],
])('%j are named for servers: %s', (paths, template) => expect(suggestTemplate(paths)).toBe(template));

test.each<readonly string[]>([
  [],
  ['EDGE01.csv'],
  ['EDGE01.csv', 'EDGE01.json'],
  ['send-connectors.xml', 'transport-config.xml'],
  ['send-connectors.csv', 'send-connectors (1).csv'],
  ['export-v1.csv', 'export-v2.csv'],
  ['part1.csv', 'part2.csv'],
  ['EDGE01-2025-12-01.csv', 'EDGE01-2026-01-01.csv'],
  ['internal.csv', 'internet.csv'],
  ['EDGE01.csv', 'notes.txt'],
])('%j could be of one host', (...paths) => expect(suggestTemplate(paths)).toBeUndefined());
