import { error, info, warning } from '../entry.js';

/** Messages on validation: STIG Manager. */
export const stigManager = {
  // validation: STIG Manager
  'stig-manager-refuses-byte-order-mark': error(
    () => 'STIG Manager refuses a CKLB that begins with a byte order mark; save it as UTF-8 without one',
  ),
  'stig-manager-refuses-xml': error(
    (a: { message: string }) => `STIG Manager's XML parser refuses the file: "${a.message}"; correct it`,
  ),
  'stig-manager-refuses-host': error(
    (a: { length: string; allowed: string }) =>
      `STIG Manager refuses the file: the host name has ${a.length} characters, not ${a.allowed}; correct it`,
  ),
  'stig-manager-refuses-structure': error(
    (a: { element: string }) =>
      `STIG Manager refuses the file: it needs ${a.element} here, once and without markup inside; correct it`,
  ),
  'stig-manager-refuses-several': error(
    (a: { count: string; allowed: string }) =>
      `STIG Manager refuses the file: it holds ${a.count} TestResults, not ${a.allowed}; put each in a file of its own`,
  ),
  'stig-manager-refuses-time': error(
    (a: { time: string; example: string }) =>
      `STIG Manager refuses the file: "${a.time}" is not a time such as ${a.example}; correct it`,
  ),
  'stig-manager-refuses-fact': error(
    (a: { fault: string; expected: string }) =>
      `STIG Manager refuses the file: the fact's name ${a.fault}; expected ${a.expected}: correct it, or remove the fact`,
  ),
  'stig-manager-refuses-benchmark': error(
    (a: { benchmark: string; prefix: string }) =>
      `STIG Manager refuses the file: the result's benchmark "${a.benchmark}" does not begin with ${a.prefix}; correct its id or href`,
  ),
  'stig-manager-drops-status': error(
    (a: { status: string; statuses: string }) =>
      `STIG Manager silently drops the rule, because "${a.status}" is not exactly one of ${a.statuses}; correct it`,
  ),
  'stig-manager-drops-rule-id': error(
    (a: { element: string }) =>
      `STIG Manager silently drops the rule, because it has no ${a.element}; add the rule's id`,
  ),
  'stig-manager-drops-stig': error(
    (a: { rules: string; expected: string }) =>
      `STIG Manager silently drops the STIG with its ${a.rules} rules: expected ${a.expected}; correct it`,
  ),
  'stig-manager-not-text': error(
    () =>
      'STIG Manager does not read this as text, because it is there twice, has attributes, CDATA, comments or markup, or is not a string; write plain text once',
  ),
  'stig-manager-cuts-id': error(
    (a: { length: string; limit: string }) =>
      `STIG Manager cuts the id of ${a.length} characters at ${a.limit} and then does not find it; correct the id`,
  ),
  'stig-manager-cuts': warning(
    (a: { length: string; limit: string }) =>
      `STIG Manager cuts the text of ${a.length} characters at ${a.limit}; shorten it`,
  ),
  'stig-manager-decodes-twice': warning(
    () =>
      'STIG Manager decodes something that looks like an HTML entity a second time and shows another text; use the CKLB',
  ),
  'stig-manager-loses-text': warning(
    (a: { source: string }) => `STIG Manager does not find this text, because it reads ${a.source}; write it there`,
  ),
  'stig-manager-revision': warning(
    (a: { revision: string; example: string }) =>
      `STIG Manager reads the revision as "${a.revision}", not as one like ${a.example}; write the version and "Release: N Benchmark Date: ..."`,
  ),
  'stig-manager-benchmark-unknown': warning(
    (a: { benchmark: string; prefix: string }) =>
      `STIG Manager takes "${a.benchmark}" for the benchmark's id and will not know such a STIG, because DISA's ids begin with ${a.prefix}; correct the id`,
  ),
  'stig-manager-product': info(
    (a: { product: string; expected: string }) =>
      `STIG Manager takes the results for those of ${a.product}, but does not find ${a.expected}, so its reviews will not name a tool; name your own product`,
  ),
  'stig-manager-passes-over': info(
    (a: { count: string }) =>
      `STIG Manager skips ${a.count} rules that are not reviewed and have no text; nothing is lost, so no action is needed`,
  ),
  'stig-manager-unjudged': info(
    (a: { count: string; results: string }) =>
      `STIG Manager skips ${a.count} results that are not ${a.results}, with their texts; use the CKL or CKLB to keep those texts`,
  ),
} as const;
