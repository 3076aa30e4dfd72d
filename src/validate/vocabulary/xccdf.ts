import type { SimpleType } from '../simple-types.js';
import type { ElementType, Vocabulary } from './vocabulary.js';
import { checkTypes, enumerations, noteTypes, valueTypes } from './xccdf-parts.js';

export const xccdfNamespace = 'http://checklists.nist.gov/xccdf/1.2';

/** `xccdf_mil.disa.stig_rule_…`: the form that XCCDF 1.2 (section 6.2.3) gives to ids. */
const idOf = (what: string): SimpleType => ({
  pattern: new RegExp(`^xccdf_[^_]+_${what}_.`, 'u'),
  like: `xccdf_mil.disa.stig_${what}_1`,
});

/** Section 6.4.2: what groups, rules and values have in common, in its order. */
const itemChildren = [
  'status*',
  'dc-status*',
  'version?',
  'title:subText*',
  'description:htmlText*',
  'warning*',
  'question:langText*',
  'reference*',
  'metadata*',
];
const itemAttributes: Readonly<Record<string, SimpleType>> = {
  abstract: 'boolean',
  'cluster-id': 'NCName',
  extends: 'NCName',
  hidden: 'boolean',
  prohibitChanges: 'boolean',
  'xml:lang': 'language',
  'xml:base': 'anyURI',
  Id: 'ID',
};
const selectableChildren = [
  ...itemChildren,
  'rationale:htmlText*',
  'platform:platformOverride*',
  'requires*',
  'conflicts:idref*',
];
const selectableAttributes: Readonly<Record<string, SimpleType>> = {
  ...itemAttributes,
  selected: 'boolean',
  weight: 'weight',
};

const { severity, role, result } = enumerations;

const testResultTypes: Readonly<Record<string, ElementType>> = {
  TestResult: {
    children: [
      'benchmark?',
      'tailoring-file?',
      'title:langText*',
      'remark:langText*',
      'organization:text*',
      'identity?',
      'profile:idref?',
      'target:text+',
      'target-address:text*',
      'target-facts?',
      '(target-id-ref|#other)*',
      'platform*',
      '(set-value|set-complex-value)*',
      'rule-result*',
      'score+',
      'metadata*',
      'signature?',
    ],
    attributes: {
      'id!': idOf('testresult'),
      'start-time': 'dateTime',
      'end-time!': 'dateTime',
      'test-system': 'string',
      version: 'string',
      Id: 'ID',
    },
  },
  benchmark: { attributes: { 'href!': 'anyURI', id: 'NCName' } },
  'tailoring-file': { attributes: { 'href!': 'anyURI', 'id!': 'NCName', 'version!': 'string', 'time!': 'dateTime' } },
  identity: { text: 'string', attributes: { 'authenticated!': 'boolean', 'privileged!': 'boolean' } },
  'target-facts': { children: ['fact*'] },
  fact: { text: 'string', attributes: { 'name!': 'anyURI', type: enumerations.valueType } },
  'target-id-ref': { attributes: { 'system!': 'anyURI', 'href!': 'string', name: 'string' } },
  'rule-result': {
    children: [
      'result',
      'override*',
      'ident*',
      'metadata*',
      'message*',
      'instance*',
      'fix*',
      '(check*|complex-check?)',
    ],
    attributes: { 'idref!': 'NCName', role, severity, time: 'dateTime', version: 'string', weight: 'weight' },
  },
  result: { text: result },
  override: {
    children: ['old-result:result', 'new-result:result', 'remark:langText'],
    attributes: { 'time!': 'dateTime', 'authority!': 'string' },
  },
  message: { text: 'string', attributes: { 'severity!': enumerations.messageSeverity } },
  instance: { text: 'string', attributes: { context: 'string', parentContext: 'string' } },
  score: { text: 'decimal', attributes: { system: 'anyURI', maximum: 'decimal' } },
};

const benchmarkTypes: Readonly<Record<string, ElementType>> = {
  Benchmark: {
    children: [
      'status+',
      'dc-status*',
      'title:langText*',
      'description:htmlText*',
      'notice*',
      'front-matter:htmlText*',
      'rear-matter:htmlText*',
      'reference*',
      'plain-text*',
      '#cpe?',
      'platform*',
      'version',
      'metadata*',
      'model*',
      'Profile*',
      'Value*',
      '(Group|Rule)*',
      'TestResult*',
      'signature?',
    ],
    attributes: {
      'id!': idOf('benchmark'),
      Id: 'ID',
      resolved: 'boolean',
      style: 'string',
      'style-href': 'anyURI',
      'xml:lang': 'language',
    },
  },
  'plain-text': { text: 'string', attributes: { 'id!': 'NCName' } },
  model: { children: ['param*'], attributes: { 'system!': 'anyURI' } },
  param: { text: 'string', attributes: { 'name!': 'NCName' } },
  Group: {
    children: [...selectableChildren, 'Value*', '(Group|Rule)*', 'signature?'],
    attributes: { 'id!': idOf('group'), ...selectableAttributes },
  },
  Rule: {
    children: [
      ...selectableChildren,
      'ident*',
      'impact-metric:text?',
      'profile-note*',
      'fixtext*',
      'fix*',
      '(check*|complex-check?)',
      'signature?',
    ],
    attributes: { 'id!': idOf('rule'), ...selectableAttributes, role, severity, multiple: 'boolean' },
  },
  Value: {
    children: [
      ...itemChildren,
      '(value:selectable|complex-value)+',
      '(default:selectable|complex-default:complex-value)*',
      'match:selectable*',
      'lower-bound:bound*',
      'upper-bound:bound*',
      'choices*',
      'source*',
      'signature?',
    ],
    attributes: {
      'id!': idOf('value'),
      ...itemAttributes,
      type: enumerations.valueType,
      operator: enumerations.operator,
      interactive: 'boolean',
      interfaceHint: enumerations.interfaceHint,
    },
  },
  Profile: {
    children: [
      'status*',
      'dc-status*',
      'version?',
      'title:subText+',
      'description:htmlText*',
      'reference*',
      'platform:platformOverride*',
      '(select|set-complex-value|set-value|refine-value|refine-rule)*',
      'metadata*',
      'signature?',
    ],
    attributes: {
      'id!': idOf('profile'),
      prohibitChanges: 'boolean',
      abstract: 'boolean',
      'note-tag': 'NCName',
      extends: 'NCName',
      'xml:base': 'anyURI',
      Id: 'ID',
    },
  },
  select: { children: ['remark:langText*'], attributes: { 'idref!': 'NCName', 'selected!': 'boolean' } },
  'refine-value': {
    children: ['remark:langText*'],
    attributes: { 'idref!': 'NCName', selector: 'string', operator: enumerations.operator },
  },
  'refine-rule': {
    children: ['remark:langText*'],
    attributes: { 'idref!': 'NCName', weight: 'weight', selector: 'string', severity, role },
  },
};

/** XCCDF 1.2 as NIST's schema 1.2.1 has it: a Benchmark with its results, or a TestResult alone. */
export const xccdfVocabulary: Vocabulary = {
  namespace: xccdfNamespace,
  roots: { Benchmark: 'Benchmark', TestResult: 'TestResult' },
  types: { ...noteTypes, ...checkTypes, ...valueTypes, ...benchmarkTypes, ...testResultTypes },
};
