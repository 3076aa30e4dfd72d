import { error, info, warning } from '../entry.js';

/** Messages on validation: STIG Manager. */
export const stigManager = {
  // validation: STIG Manager
  'stig-manager-refuses-byte-order-mark': error(
    () => 'STIG Manager refuses a CKLB that begins with a byte order mark; save it as UTF-8 without one',
  ),
  'stig-manager-refuses-host': error(
    (a: { length: string; allowed: string }) =>
      `STIG Manager refuses the file: the host's name has ${a.length} characters, not ${a.allowed}; write it`,
  ),
  'stig-manager-refuses-structure': error(
    (a: { element: string }) =>
      `STIG Manager refuses the file: it needs ${a.element} here, once and without markup inside; write it`,
  ),
  'stig-manager-refuses-several': error(
    (a: { count: string; allowed: string }) =>
      `STIG Manager refuses the file: it holds ${a.count} TestResults, not ${a.allowed}; give each a file of its own`,
  ),
  'stig-manager-refuses-time': error(
    (a: { time: string; example: string }) =>
      `STIG Manager refuses the file: "${a.time}" is not a time such as ${a.example}; write one`,
  ),
  'stig-manager-refuses-fact': error(
    (a: { fault: string; expected: string }) =>
      `STIG Manager refuses the file: the fact's name ${a.fault}; expected ${a.expected}: write it or drop the fact`,
  ),
  'stig-manager-refuses-benchmark': error(
    (a: { benchmark: string; prefix: string }) =>
      `STIG Manager refuses the file: the result's benchmark is "${a.benchmark}", expected an id or href that begins ${a.prefix}; write it`,
  ),
  'stig-manager-drops-status': error(
    (a: { status: string; statuses: string }) =>
      `STIG Manager drops the rule without a word: this is "${a.status}", not exactly one of ${a.statuses}; write one of them`,
  ),
  'stig-manager-drops-rule-id': error(
    (a: { element: string }) =>
      `STIG Manager drops the rule without a word: it has no ${a.element}; write the rule's id`,
  ),
  'stig-manager-drops-stig': error(
    (a: { rules: string; expected: string }) =>
      `STIG Manager drops the STIG with its ${a.rules} rules without a word: expected ${a.expected}; write that`,
  ),
  'stig-manager-not-text': error(
    () =>
      'STIG Manager does not get this as text: it is there twice, or has attributes, CDATA, comments or markup, or is no string; write plain text once',
  ),
  'stig-manager-cuts-id': error(
    (a: { length: string; limit: string }) =>
      `STIG Manager cuts the id of ${a.length} characters at ${a.limit} and then finds no such; correct the id`,
  ),
  'stig-manager-cuts': warning(
    (a: { length: string; limit: string }) =>
      `STIG Manager cuts the ${a.length} characters at ${a.limit}; shorten the text`,
  ),
  'stig-manager-decodes-twice': warning(
    () => 'STIG Manager decodes what looks like an HTML entity here once more and shows another text; use the CKLB',
  ),
  'stig-manager-loses-text': warning(
    (a: { source: string }) => `STIG Manager does not find this text: it reads ${a.source}; write it there`,
  ),
  'stig-manager-revision': warning(
    (a: { revision: string; example: string }) =>
      `STIG Manager reads the revision as "${a.revision}", not as one like ${a.example}; write the version and "Release: N Benchmark Date: ..."`,
  ),
  'stig-manager-benchmark-unknown': warning(
    (a: { benchmark: string; prefix: string }) =>
      `STIG Manager takes "${a.benchmark}" for the benchmark's id; DISA's begin ${a.prefix}: it will know no such STIG; correct the id`,
  ),
  'stig-manager-product': info(
    (a: { product: string; expected: string }) =>
      `STIG Manager reads the results as those of ${a.product}, expects ${a.expected} and finds none: its reviews will not name a tool; name your own product`,
  ),
  'stig-manager-passes-over': info(
    (a: { count: string }) =>
      `STIG Manager passes over ${a.count} rules that are not reviewed and have no text; expected, nothing to do`,
  ),
  'stig-manager-unjudged': info(
    (a: { count: string; results: string }) =>
      `STIG Manager passes over ${a.count} results that are not ${a.results}, with their texts; use the CKL or CKLB for those texts`,
  ),
} as const;
