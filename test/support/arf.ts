/** Invented ARF reports, put together in the tests: of hosts under example.mil, with OVAL beside the XCCDF as scanners write it. */
export interface ArfHost {
  readonly host: string;
  /** A result's word for each rule, in the rules' order. */
  readonly words: readonly string[];
  /** The TestResult's id. */
  readonly result?: string;
  /** What stands in the TestResult between title and rule-results; its target where it is not given. */
  readonly target?: string;
  /** What stands in the asset. */
  readonly asset?: string;
  /** The id of the Benchmark that the TestResult names. */
  readonly benchmark?: string;
}

export interface ArfShape {
  readonly hosts?: readonly ArfHost[];
  /** The data streams of the requests, each a list of Benchmarks. */
  readonly requests?: readonly (readonly string[])[];
  readonly relationships?: string;
}

const xccdf = 'xmlns:cdf="http://checklists.nist.gov/xccdf/1.2"';
const disa = 'xccdf_mil.disa.stig_';

export const arfRule = (number: number, inside = ''): string =>
  `<cdf:Group id="${disa}group_V-${number}"><cdf:title>SRG-${number}</cdf:title><cdf:Rule id="${disa}rule_SV-${number}r1_rule" severity="medium" weight="10.0"><cdf:version>TEST-00-${number}</cdf:version><cdf:title>Rule ${number} must hold.</cdf:title><cdf:description>Why ${number}.</cdf:description>${inside}<cdf:fixtext fixref="F-${number}_fix">Mend ${number}.</cdf:fixtext><cdf:fix id="F-${number}_fix"/><cdf:check system="http://oval.mitre.org/XMLSchema/oval-definitions-5"><cdf:check-content-ref href="oval.xml" name="oval:mil.example:def:${number}"/></cdf:check></cdf:Rule></cdf:Group>`;

export const arfBenchmark = (rules: string, id = `${disa}benchmark_Test_STIG`, release = 3): string =>
  `<cdf:Benchmark ${xccdf} id="${id}" xml:lang="en"><cdf:status date="2026-01-02">accepted</cdf:status><cdf:title>Test STIG SCAP Benchmark</cdf:title><cdf:description>For tests.</cdf:description><cdf:plain-text id="release-info">Release: ${release} Benchmark Date: 02 Jan 2026</cdf:plain-text><cdf:version>2</cdf:version>${rules}</cdf:Benchmark>`;

/** A SCAP source data stream with a component for each Benchmark, and others beside it. */
export const dataStream = (benchmarks: readonly string[]): string =>
  `<ds:data-stream-collection xmlns:ds="http://scap.nist.gov/schema/scap/source/1.2" id="c" schematron-version="1.3"><ds:data-stream id="s" scap-version="1.3" use-case="CONFIGURATION"><ds:checklists/></ds:data-stream><ds:component id="oval" timestamp="2026-01-15T10:00:00"><oval-def:oval_definitions xmlns:oval-def="http://oval.mitre.org/XMLSchema/oval-definitions-5"><oval-def:definitions><oval-def:definition id="oval:mil.example:def:1" class="compliance"/></oval-def:definitions></oval-def:oval_definitions></ds:component>${benchmarks.map((benchmark, i) => `<ds:component id="xccdf${i}" timestamp="2026-01-15T10:00:00">${benchmark}</ds:component>`).join('')}<ds:extended-component id="script"><x:script xmlns:x="urn:x">#!/bin/sh</x:script></ds:extended-component></ds:data-stream-collection>`;

export const arfTestResult = ({ host, words, result, target, benchmark }: ArfHost, attributes = ''): string =>
  `<cdf:TestResult ${xccdf} id="${result ?? `xccdf_mil.example_testresult_${host}`}" start-time="2026-01-15T10:00:00Z" end-time="2026-01-15T10:01:00Z" version="2" test-system="cpe:/a:example:scanner:1"${attributes}><cdf:benchmark href="#xccdf0" id="${benchmark ?? `${disa}benchmark_Test_STIG`}"/><cdf:title>Scan</cdf:title>${target ?? `<cdf:target>${host}</cdf:target>`}${words.map((word, i) => `<cdf:rule-result idref="${disa}rule_SV-${i + 1}r1_rule" time="2026-01-15T10:00:30Z" severity="medium" weight="10.0"><cdf:result>${word}</cdf:result></cdf:rule-result>`).join('')}<cdf:score system="urn:xccdf:scoring:default" maximum="100">50</cdf:score></cdf:TestResult>`;

const oval =
  '<oval-res:oval_results xmlns:oval-res="http://oval.mitre.org/XMLSchema/oval-results-5"><oval-res:results><oval-res:system><oval-res:definitions><oval-res:definition definition_id="oval:mil.example:def:1" result="true"/></oval-res:definitions></oval-res:system></oval-res:results></oval-res:oval_results>';

export const edge01: ArfHost = {
  host: 'EDGE01',
  words: ['fail', 'pass', 'notapplicable'],
  asset:
    '<ai:computing-device><ai:connections><ai:connection><ai:ip-address><ai:ip-v4>192.0.2.10</ai:ip-v4></ai:ip-address><ai:mac-address>00:00:5E:00:53:01</ai:mac-address></ai:connection><ai:connection><ai:ip-address><ai:ip-v6>2001:db8::10</ai:ip-v6></ai:ip-address></ai:connection></ai:connections><ai:fqdn>edge01.example.mil</ai:fqdn><ai:hostname>EDGE01</ai:hostname></ai:computing-device>',
};

export const edge02: ArfHost = {
  host: 'EDGE02',
  words: ['pass', 'pass', 'notchecked'],
  asset: '<ai:computing-device><ai:hostname>EDGE02</ai:hostname></ai:computing-device>',
};

export const testBenchmark = arfBenchmark([1, 2, 3].map((number) => arfRule(number)).join(''));

/** An ARF report: for each host a report, an asset and the relationships between them. */
export const arf = ({ hosts = [edge01], requests = [[testBenchmark]], relationships }: ArfShape = {}): string => {
  const related = hosts.map(
    (_, i) =>
      `<core:relationship type="arfvocab:createdFor" subject="xccdf${i}"><core:ref>collection0</core:ref></core:relationship><core:relationship type="arfvocab:isAbout" subject="xccdf${i}"><core:ref>asset${i}</core:ref></core:relationship>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<arf:asset-report-collection xmlns:arf="http://scap.nist.gov/schema/asset-reporting-format/1.1" xmlns:core="http://scap.nist.gov/schema/reporting-core/1.1" xmlns:ai="http://scap.nist.gov/schema/asset-identification/1.1">
<core:relationships xmlns:arfvocab="http://scap.nist.gov/specifications/arf/vocabulary/relationships/1.0#">${relationships ?? related.join('')}</core:relationships>
<arf:report-requests>${requests.map((benchmarks, i) => `<arf:report-request id="collection${i}"><arf:content>${dataStream(benchmarks)}</arf:content></arf:report-request>`).join('')}</arf:report-requests>
<arf:assets>${hosts.map(({ asset = '' }, i) => `<arf:asset id="asset${i}">${asset}</arf:asset>`).join('')}</arf:assets>
<arf:reports>${hosts.map((host, i) => `<arf:report id="oval${i}"><arf:content>${oval}</arf:content></arf:report><arf:report id="xccdf${i}"><arf:content>${arfTestResult(host)}</arf:content></arf:report>`).join('\n')}</arf:reports>
</arf:asset-report-collection>
`;
};
