import { readFileSync } from 'node:fs';

export const golden = (name: string): string =>
  readFileSync(new URL(`../formats/goldens/${name}/xccdf-results.xml`, import.meta.url), 'utf8');

export const written = golden('one-rule-open');
const uri = 'cpe:/a:microsoft:exchange_server:2019';
/** The same valid file, of which the schematron has nothing to say. */
export const silent = written.replace(uri, 'cpe:2.3:a:microsoft:exchange_server:2019:*:*:*:*:*:*:*');

export const changed = (text: string, from: string | RegExp, to: string): string => {
  const result = text.replace(from, () => to);
  if (result === text) throw new Error(`nothing to change: ${from}`);
  return result;
};

/** Valid by schema and schematron; the first three have nothing that the schematron warns of. */
export const variants: Readonly<Record<string, readonly [text: string, codes: readonly string[]]>> = {
  'a platform in the formatted string binding': [silent, ['openscap-silent']],
  'without notice': [changed(silent, '<cdf:notice id="terms-of-use"/>', ''), ['openscap-silent']],
  'without fixtext': [changed(silent, /<cdf:fixtext[\s\S]*?<\/cdf:fixtext>/, ''), ['openscap-silent']],
  'a platform in the URI binding': [written, []],
  'without platform': [changed(silent, /<cdf:platform [^>]*>/, ''), []],
  'a platform of another name': [changed(silent, /<cdf:platform [^>]*>/, '<cdf:platform idref="exchange"/>'), []],
  'without metadata': [changed(silent, /<cdf:metadata>[\s\S]*<\/cdf:metadata>/, ''), []],
  'metadata of another kind': [
    changed(silent, /<cdf:metadata>[\s\S]*<\/cdf:metadata>/, '<cdf:metadata><x xmlns="urn:x"/></cdf:metadata>'),
    [],
  ],
  'a Group without title': [changed(silent, /<cdf:title>SRG[^<]*<\/cdf:title>/, ''), []],
  'a Rule without title': [changed(silent, /<cdf:title>Exchange[^<]*<\/cdf:title>/, ''), []],
  'a Benchmark without description': [changed(silent, /<cdf:description>[\s\S]*?<\/cdf:description>/, ''), []],
  'without test-system': [changed(silent, / test-system="[^"]*"/, ''), []],
  'an abstract Group': [changed(silent, '<cdf:Group ', '<cdf:Group abstract="true" '), []],
  'a Group that is not abstract': [changed(silent, '<cdf:Group ', '<cdf:Group abstract="false" '), ['openscap-silent']],
  'a rule-result without check': [
    changed(silent, /<cdf:check system="[^"]*">\s*<cdf:check-content>\s*<sm:[\s\S]*?<\/cdf:check>/, ''),
    [],
  ],
  'a selector of the check': [changed(silent, /<cdf:check system/, '<cdf:check selector="x" system'), []],
};
