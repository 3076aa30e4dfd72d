import { error, info, type Words, warning } from '../entry.js';

/** Messages on validation: STIG Manager. */
export const stigManager = {
  // validation: STIG Manager
  'stig-manager-refuses-byte-order-mark': error(
    () => 'STIG Manager refuses a CKLB that begins with a byte order mark; save it as UTF-8 without one',
  ),
  'stig-manager-refuses-host': error(
    (w: Words) =>
      `STIG Manager refuses the file: the host's name has ${w.actual} characters, not ${w.expected}; write it`,
  ),
  'stig-manager-refuses-structure': error(
    (w: Words) =>
      `STIG Manager refuses the file: it needs ${w.expected} here, once and without markup inside; write it`,
  ),
  'stig-manager-refuses-several': error(
    (w: Words) =>
      `STIG Manager refuses the file: it holds ${w.actual} TestResults, not ${w.expected}; give each a file of its own`,
  ),
  'stig-manager-refuses-time': error(
    (w: Words) => `STIG Manager refuses the file: "${w.actual}" is not a time such as ${w.expected}; write one`,
  ),
  'stig-manager-refuses-fact': error(
    (w: Words) =>
      `STIG Manager refuses the file: the fact's name ${w.actual}; expected ${w.expected}: write it or drop the fact`,
  ),
  'stig-manager-refuses-benchmark': error(
    (w: Words) =>
      `STIG Manager refuses the file: the result's benchmark is "${w.actual}", expected an id or href that begins ${w.expected}; write it`,
  ),
  'stig-manager-drops-status': error(
    (w: Words) =>
      `STIG Manager drops the rule without a word: this is "${w.actual}", not exactly one of ${w.expected}; write one of them`,
  ),
  'stig-manager-drops-rule-id': error(
    (w: Words) => `STIG Manager drops the rule without a word: it has no ${w.expected}; write the rule's id`,
  ),
  'stig-manager-drops-stig': error(
    (w: Words) =>
      `STIG Manager drops the STIG with its ${w.actual} rules without a word: expected ${w.expected}; write that`,
  ),
  'stig-manager-not-text': error(
    () =>
      'STIG Manager does not get this as text: it is there twice, or has attributes, CDATA, comments or markup, or is no string; write plain text once',
  ),
  'stig-manager-cuts-id': error(
    (w: Words) =>
      `STIG Manager cuts the id of ${w.actual} characters at ${w.expected} and then finds no such; correct the id`,
  ),
  'stig-manager-cuts': warning(
    (w: Words) => `STIG Manager cuts the ${w.actual} characters at ${w.expected}; shorten the text`,
  ),
  'stig-manager-decodes-twice': warning(
    () => 'STIG Manager decodes what looks like an HTML entity here once more and shows another text; use the CKLB',
  ),
  'stig-manager-loses-text': warning(
    (w: Words) => `STIG Manager does not find this text: it reads ${w.expected}; write it there`,
  ),
  'stig-manager-revision': warning(
    (w: Words) =>
      `STIG Manager reads the revision as "${w.actual}", not as one like ${w.expected}; write the version and "Release: N Benchmark Date: ..."`,
  ),
  'stig-manager-benchmark-unknown': warning(
    (w: Words) =>
      `STIG Manager takes "${w.actual}" for the benchmark's id; DISA's begin ${w.expected}: it will know no such STIG; correct the id`,
  ),
  'stig-manager-product': info(
    (w: Words) =>
      `STIG Manager reads the results as those of ${w.actual}, expects ${w.expected} and finds none: its reviews will not name a tool; name your own product`,
  ),
  'stig-manager-passes-over': info(
    (w: Words) =>
      `STIG Manager passes over ${w.actual} rules that are not reviewed and have no text; expected, nothing to do`,
  ),
  'stig-manager-unjudged': info(
    (w: Words) =>
      `STIG Manager passes over ${w.actual} results that are not ${w.expected}, with their texts; use the CKL or CKLB for those texts`,
  ),
} as const;
