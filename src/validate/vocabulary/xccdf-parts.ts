import type { SimpleType } from '../simple-types.js';
import type { ElementType } from './vocabulary.js';

/** The small parts of XCCDF 1.2's vocabulary, which ./xccdf.ts puts together. */
const words = (...enumeration: string[]): SimpleType => ({ enumeration });

export const enumerations = {
  severity: words('unknown', 'info', 'low', 'medium', 'high'),
  role: words('full', 'unscored', 'unchecked'),
  result: words(
    'pass',
    'fail',
    'error',
    'unknown',
    'notapplicable',
    'notchecked',
    'notselected',
    'informational',
    'fixed',
  ),
  messageSeverity: words('error', 'warning', 'info'),
  status: words('accepted', 'deprecated', 'draft', 'incomplete', 'interim'),
  valueType: words('number', 'string', 'boolean'),
  operator: words(
    'equals',
    'not equal',
    'greater than',
    'less than',
    'greater than or equal',
    'less than or equal',
    'pattern match',
  ),
  interfaceHint: words('choice', 'textline', 'text', 'date', 'datetime'),
} as const;

const lang = { 'xml:lang': 'language' } as const;
const overridable = { ...lang, override: 'boolean' } as const;
const rating = words('unknown', 'low', 'medium', 'high');
const fixAttributes = {
  reboot: 'boolean',
  strategy: words('unknown', 'configure', 'combination', 'disable', 'enable', 'patch', 'policy', 'restrict', 'update'),
  disruption: rating,
  complexity: rating,
} as const;

/** Texts and what is said of an item. */
export const noteTypes: Readonly<Record<string, ElementType>> = {
  text: { text: 'string' },
  langText: { text: 'string', attributes: overridable },
  htmlText: { text: 'mixed', children: ['(sub|#html)*'], attributes: overridable },
  subText: { text: 'mixed', children: ['sub*'], attributes: overridable },
  sub: { attributes: { 'idref!': 'NCName', use: words('value', 'title', 'legacy') } },
  idref: { attributes: { 'idref!': 'NCName' } },
  requires: { attributes: { 'idref!': 'NMTOKENS' } },
  status: { text: enumerations.status, attributes: { date: 'date' } },
  'dc-status': { children: ['#dc+'] },
  version: { text: 'string', attributes: { time: 'dateTime', update: 'anyURI' } },
  notice: { text: 'mixed', children: ['#html*'], attributes: { id: 'NCName', 'xml:base': 'anyURI', ...lang } },
  reference: { text: 'mixed', children: ['#dc*'], attributes: { href: 'anyURI', override: 'boolean' } },
  metadata: { children: ['#other+'] },
  signature: { children: ['#signature'] },
  platform: { attributes: { 'idref!': 'string' } },
  platformOverride: { attributes: { 'idref!': 'string', override: 'boolean' } },
  warning: {
    text: 'mixed',
    children: ['(sub|#html)*'],
    attributes: {
      ...overridable,
      category: words(
        'general',
        'functionality',
        'performance',
        'hardware',
        'legal',
        'regulatory',
        'management',
        'audit',
        'dependency',
      ),
    },
  },
  'profile-note': { text: 'mixed', children: ['(sub|#html)*'], attributes: { ...lang, 'tag!': 'NCName' } },
};

/** Checks, idents and fixes. */
export const checkTypes: Readonly<Record<string, ElementType>> = {
  ident: { text: 'string', attributes: { 'system!': 'anyURI' }, otherAttributes: true },
  fixtext: {
    text: 'mixed',
    children: ['(sub|#html)*'],
    attributes: { ...overridable, fixref: 'NCName', ...fixAttributes },
  },
  fix: {
    text: 'mixed',
    children: ['(sub|instance:fixInstance)*'],
    attributes: { id: 'NCName', ...fixAttributes, system: 'anyURI', platform: 'anyURI' },
  },
  fixInstance: { attributes: { context: 'string' } },
  check: {
    children: ['check-import*', 'check-export*', 'check-content-ref*', 'check-content?'],
    attributes: {
      'system!': 'anyURI',
      negate: 'boolean',
      id: 'NCName',
      selector: 'string',
      'multi-check': 'boolean',
      'xml:base': 'anyURI',
    },
  },
  'check-import': {
    text: 'mixed',
    children: ['#any?'],
    attributes: { 'import-name!': 'string', 'import-xpath': 'string' },
  },
  'check-export': { attributes: { 'value-id!': 'NCName', 'export-name!': 'string' } },
  'check-content-ref': { attributes: { 'href!': 'anyURI', name: 'string' } },
  'check-content': { text: 'mixed', children: ['#other*'] },
  'complex-check': {
    children: ['(check|complex-check)+'],
    attributes: { 'operator!': words('OR', 'AND'), negate: 'boolean' },
  },
};

/** Values and what a profile or a result sets them to. */
export const valueTypes: Readonly<Record<string, ElementType>> = {
  selectable: { text: 'string', attributes: { selector: 'string' } },
  bound: { text: 'decimal', attributes: { selector: 'string' } },
  complex: { children: ['item:text*'] },
  'complex-value': { children: ['item:text*'], attributes: { selector: 'string' } },
  choices: {
    children: ['(choice:text|complex-choice:complex)+'],
    attributes: { mustMatch: 'boolean', selector: 'string' },
  },
  source: { attributes: { 'uri!': 'anyURI' } },
  'set-value': { text: 'string', attributes: { 'idref!': 'NCName' } },
  'set-complex-value': { children: ['item:text*'], attributes: { 'idref!': 'NCName' } },
};
