/** Invented benchmarks, put together in the tests. */
export const rule = (number: number, inside = '', attributes = 'severity="medium" weight="10.0"'): string => `
  <Rule id="SV-${number}r1_rule" ${attributes}>
    <version>TEST-${number}</version><title>Rule ${number} must hold.</title>
    <description>&lt;VulnDiscussion&gt;Why ${number}.&lt;/VulnDiscussion&gt;&lt;Documentable&gt;false&lt;/Documentable&gt;</description>
    <reference><dc:title>Target</dc:title><dc:publisher>DISA</dc:publisher><dc:type>DPMS Target</dc:type><dc:subject>Test</dc:subject><dc:identifier>4711</dc:identifier></reference>
    <ident system="http://cyber.mil/cci">CCI-000${number}</ident>
    <fixtext fixref="F-${number}_fix">Mend ${number}.</fixtext><fix id="F-${number}_fix"/>
    <check system="C-${number}_chk"><check-content-ref href="Test.xml" name="M"/><check-content>Look at ${number}.</check-content></check>
    ${inside}
  </Rule>`;

export const group = (number: number, inside: string = rule(number)): string =>
  `<Group id="V-${number}"><title>SRG-${number}</title><description>&lt;GroupDescription&gt;&lt;/GroupDescription&gt;</description>${inside}</Group>`;

export const benchmark = (inside: string, namespace = '1.1', id = 'Test_STIG'): string =>
  `<?xml version="1.0" encoding="utf-8"?><?xml-stylesheet type='text/xsl' href='x.xsl'?>
<Benchmark xmlns="http://checklists.nist.gov/xccdf/${namespace}" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xhtml="http://www.w3.org/1999/xhtml" id="${id}" xml:lang="en">
<status date="2026-01-02">accepted</status><title>Test Security Technical Implementation Guide</title><description>For tests.</description>
<notice id="terms-of-use"/><front-matter/><rear-matter/>
<reference href="https://cyber.mil"><dc:publisher>DISA</dc:publisher><dc:source>STIG.DOD.MIL</dc:source></reference>
<plain-text id="release-info">Release: 3 Benchmark Date: 02 Jan 2026</plain-text><plain-text id="generator">1</plain-text><version>2</version>
<Profile id="MAC-1_Public"><title>I</title><select idref="V-1" selected="true"/></Profile>
${inside}</Benchmark>`;

/** A benchmark of one rule whose description is given, not yet escaped. */
export const described = (description: string): string => {
  const escaped = description.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return benchmark(group(1).replace(/(<Rule[\s\S]*?<description>)[^<]*/, (_, before: string) => `${before}${escaped}`));
};
