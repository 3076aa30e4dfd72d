import { error, info, warning } from '../entry.js';

/** Messages on validation: STIG Manager. */
export const stigManager = {
  // validation: STIG Manager
  'stig-manager-refuses-byte-order-mark': error`STIG Manager refuses a CKLB that begins with a byte order mark; save it as UTF-8 without one`,
  'stig-manager-refuses-xml': error`STIG Manager's XML parser refuses the file: "${'message'}"; correct it`,
  'stig-manager-refuses-host': error`STIG Manager refuses the file: the host name has ${'length'} characters, not ${'allowed'}; correct it`,
  'stig-manager-refuses-structure': error`STIG Manager refuses the file: it needs ${'element'} here, once and without markup inside; correct it`,
  'stig-manager-refuses-several': error`STIG Manager refuses the file: it holds ${'count'} TestResults, not ${'allowed'}; put each in a file of its own`,
  'stig-manager-refuses-time': error`STIG Manager refuses the file: "${'time'}" is not a time such as ${'example'}; correct it`,
  'stig-manager-refuses-fact': error`STIG Manager refuses the file: the fact's name ${'fault'}; expected ${'expected'}: correct it, or remove the fact`,
  'stig-manager-refuses-benchmark': error`STIG Manager refuses the file: the result's benchmark "${'benchmark'}" does not begin with ${'prefix'}; correct its id or href`,
  'stig-manager-drops-status': error`STIG Manager silently drops the rule, because "${'status'}" is not exactly one of ${'statuses'}; correct it`,
  'stig-manager-drops-rule-id': error`STIG Manager silently drops the rule, because it has no ${'element'}; add the rule's id`,
  'stig-manager-drops-stig': error`STIG Manager silently drops the STIG with its ${'rules'} rules: expected ${'expected'}; correct it`,
  'stig-manager-not-text': error`STIG Manager does not read this as text, because it is there twice, has attributes, CDATA, comments or markup, or is not a string; write plain text once`,
  'stig-manager-cuts-id': error`STIG Manager cuts the id of ${'length'} characters at ${'limit'} and then does not find it; correct the id`,
  'stig-manager-cuts': warning`STIG Manager cuts the text of ${'length'} characters at ${'limit'}; shorten it`,
  'stig-manager-decodes-twice': warning`STIG Manager decodes something that looks like an HTML entity a second time and shows another text; use the CKLB`,
  'stig-manager-loses-text': warning`STIG Manager does not find this text, because it reads ${'source'}; write it there`,
  'stig-manager-revision': warning`STIG Manager reads the revision as "${'revision'}", not as one like ${'example'}; write the version and "Release: N Benchmark Date: ..."`,
  'stig-manager-benchmark-unknown': warning`STIG Manager takes "${'benchmark'}" for the benchmark's id and will not know such a STIG, because DISA's ids begin with ${'prefix'}; correct the id`,
  'stig-manager-product': info`STIG Manager takes the results for those of ${'product'}, but does not find ${'expected'}, so its reviews will not name a tool; name your own product`,
  'stig-manager-passes-over': info`STIG Manager skips ${'count'} rules that are not reviewed and have no text; nothing is lost, so no action is needed`,
  'stig-manager-unjudged': info`STIG Manager skips ${'count'} results that are not ${'results'}, with their texts; use the CKL or CKLB to keep those texts`,
} as const;
