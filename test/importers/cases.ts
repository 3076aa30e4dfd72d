import type { Status } from '../../src/model/checklist.js';

/** A file that `evaluate` writes, and what is meant by it. Each importer must read the same out of it. */
export interface Case {
  readonly name: string;
  readonly host: string;
  readonly asset: Addresses;
  /** Cells of a CSV export, in the order of `columns`; null is an empty cell. */
  readonly connectors: readonly (readonly (string | null)[])[];
  /** Lengthen the first connectors' names until the finding details have this many UTF-16 units, or are the longest. */
  readonly padTo?: number | 'longest';
  readonly whenEmpty?: Status;
  readonly status: Status;
  /** Connectors by status. */
  readonly counts: Counts;
  /** How the verdict's line in the finding details begins. */
  readonly verdict: string;
  /** What STIG Manager makes of texts that look like entities: it decodes them twice in CKL and XCCDF. */
  readonly decodedTwice: readonly (readonly [meant: string, read: string])[];
  /** What hdf-converters make of the host in XCCDF: they take out tags, decode entities twice and trim. */
  readonly hdfTarget: string;
}

export interface Addresses {
  readonly fqdn: string;
  readonly ips: readonly string[];
  readonly macs: readonly string[];
}

export interface Counts {
  readonly open: number;
  readonly not_reviewed: number;
  readonly not_a_finding: number;
}

export const columns = [
  'Name',
  'Identity',
  'Enabled',
  'DomainSecureEnabled',
  'DNSRoutingEnabled',
  'TlsAuthLevel',
  'TlsDomain',
  'IgnoreSTARTTLS',
  'RequireTLS',
  'SmartHosts',
  'AddressSpaces',
] as const;

type Verdict = 'open' | 'not_reviewed' | 'not_a_finding';

const secure: Readonly<Record<Verdict, string>> = { open: 'False', not_reviewed: 'yes', not_a_finding: 'True' };

const connector = (verdict: Verdict, name: string): readonly (string | null)[] => [
  name,
  name,
  'True',
  secure[verdict],
  'True',
  null,
  null,
  'False',
  'True',
  null,
  'SMTP:*;1',
];

interface Shape {
  readonly name: string;
  readonly status: Status;
  readonly connectors: readonly Verdict[];
  readonly counts: Counts;
  readonly verdict: string;
  readonly whenEmpty?: Status;
}

const shapes: readonly Shape[] = [
  {
    name: 'not a finding, one',
    status: 'not_a_finding',
    connectors: ['not_a_finding'],
    counts: { open: 0, not_reviewed: 0, not_a_finding: 1 },
    verdict: 'NOT A FINDING: The only send connector on ',
  },
  {
    name: 'not a finding, many',
    status: 'not_a_finding',
    connectors: ['not_a_finding', 'not_a_finding', 'not_a_finding'],
    counts: { open: 0, not_reviewed: 0, not_a_finding: 3 },
    verdict: 'NOT A FINDING: All 3 send connectors on ',
  },
  {
    name: 'open, one',
    status: 'open',
    connectors: ['open'],
    counts: { open: 1, not_reviewed: 0, not_a_finding: 0 },
    verdict: 'OPEN: The only send connector on ',
  },
  {
    name: 'open, many',
    status: 'open',
    connectors: ['not_a_finding', 'open', 'not_reviewed', 'open', 'not_a_finding', 'not_a_finding'],
    counts: { open: 2, not_reviewed: 1, not_a_finding: 3 },
    verdict: 'OPEN: 2 of 6 send connectors on ',
  },
  {
    name: 'not reviewed, one',
    status: 'not_reviewed',
    connectors: ['not_reviewed'],
    counts: { open: 0, not_reviewed: 1, not_a_finding: 0 },
    verdict: 'NOT REVIEWED: The only send connector on ',
  },
  {
    name: 'not reviewed, many',
    status: 'not_reviewed',
    connectors: ['not_a_finding', 'not_reviewed'],
    counts: { open: 0, not_reviewed: 1, not_a_finding: 1 },
    verdict: 'NOT REVIEWED: 1 of 2 send connectors on ',
  },
  ...(['not_applicable', 'not_reviewed', 'not_a_finding', 'open'] as const).map((status) => ({
    name: `${status.replaceAll('_', ' ')}, none`,
    status,
    whenEmpty: status,
    connectors: [],
    counts: { open: 0, not_reviewed: 0, not_a_finding: 0 },
    verdict: `${status.replaceAll('_', ' ').toUpperCase()}: The export of `,
  })),
];

interface Names {
  readonly name: string;
  readonly host: string;
  readonly connector: string;
  readonly decodedTwice?: Case['decodedTwice'];
  readonly hdfTarget?: string;
}

const plain: Names = { name: 'plain', host: 'EDGE01', connector: 'Partner mail' };

const hostile: readonly Names[] = [
  {
    name: 'markup',
    host: `<br>EDGE"01"'x'&<!---->`,
    connector: `<script>alert(1)</script> <!-- --> <?pi?> "'`,
    hdfTarget: `EDGE"01"'x'&`,
  },
  { name: 'CDATA end', host: 'EDGE]]>01', connector: ']]> <![CDATA[ x ]]> ]]' },
  { name: 'emoji', host: 'EDGE😀𝒳é', connector: '😀 👩‍👩‍👧 𝒳 ü' },
  {
    name: 'entity look-alikes',
    host: 'R&D;&lt;b&gt;&#65;',
    connector: '&lt;i&gt; &#66;&#x43; &amp; &amp;amp; &copy; R&D; &unknown;',
    decodedTwice: [
      ['R&D;&lt;b&gt;&#65;', 'R&D;<b>A'],
      ['&lt;i&gt; &#66;&#x43; &amp; &amp;amp; &copy; R&D; &unknown;', '<i> BC & &amp; © R&D; &unknown;'],
    ],
    hdfTarget: 'R&D;<b>A',
  },
  { name: '255 characters', host: `EDGE${'0123456789'.repeat(25)}Z`, connector: 'N'.repeat(255) },
  { name: 'XCCDF01', host: 'XCCDF01', connector: 'xccdf Benchmark TestResult' },
  { name: 'blanks around', host: 'EDGE01', connector: '  Partner  mail ' },
  { name: 'like a number', host: '0x1F', connector: '007' },
  { name: 'label', host: 'EDGE::01', connector: 'COMMENTS :: Not_Reviewed' },
  { name: 'invisible', host: 'EDGE-10', connector: 'a\u202eb\u200bc\u{e0041}d' },
];

const bare: Addresses = { fqdn: '', ips: [], macs: [] };
const full: Addresses = { fqdn: 'edge01.example.mil', ips: ['192.0.2.10'], macs: ['00:00:5E:00:53:01'] };
const several: Addresses = {
  fqdn: 'edge01.example.mil',
  ips: ['192.0.2.10', '2001:db8::25'],
  macs: ['00:00:5E:00:53:01', '00:00:5E:00:53:02'],
};

const combine = (shape: Shape, names: Names, [word, asset]: readonly [string, Addresses]): Case => ({
  name: `${shape.name}, ${word}, ${names.name}`,
  host: names.host,
  asset,
  connectors: shape.connectors.map((verdict, i) =>
    connector(verdict, i === 0 ? names.connector : `${names.connector} ${i + 1}`),
  ),
  status: shape.status,
  counts: shape.counts,
  verdict: shape.verdict,
  decodedTwice: names.decodedTwice ?? [],
  hdfTarget: names.hdfTarget ?? names.host,
  ...(shape.whenEmpty === undefined ? {} : { whenEmpty: shape.whenEmpty }),
});

const repeated = (count: number, verdict: Verdict, long: string): Case['connectors'] =>
  Array.from({ length: count }, (_, i) => connector(verdict, `${long}${i + 1}`));

const long = (name: string, status: Verdict, connectors: Case['connectors'], rest: Partial<Case> = {}): Case => ({
  name: `details ${name}`,
  host: 'EDGE01',
  asset: full,
  connectors,
  status,
  counts: { open: 0, not_reviewed: 0, not_a_finding: 0, [status]: connectors.length },
  verdict: `${status.replaceAll('_', ' ').toUpperCase()}: `,
  decodedTwice: [],
  hdfTarget: 'EDGE01',
  ...rest,
});

/** Finding details around the limit of 32,767 UTF-16 units. */
const limits: readonly Case[] = [
  long('at the limit', 'not_a_finding', repeated(80, 'not_a_finding', 'x'.repeat(20)), { padTo: 32_767 }),
  long('one below the limit', 'open', repeated(80, 'open', 'x'.repeat(8)), { padTo: 32_766 }),
  long('with one connector too many', 'open', repeated(70, 'open', 'i'.repeat(20)), { padTo: 'longest' }),
  long('far over the limit', 'not_reviewed', repeated(400, 'not_reviewed', 'x'.repeat(100))),
  long('of one endless connector', 'open', [connector('open', `a${'😀'.repeat(20_000)}`)]),
];

const fill = ['bare', bare] as const;
const known = ['addresses', full] as const;

/** Each status, with one, many and no connectors, with and without addresses, with plain and hostile names. */
export const cases: readonly Case[] = [
  ...shapes.flatMap((shape) => [fill, known].map((asset) => combine(shape, plain, asset))),
  ...shapes
    .slice(0, 7)
    .flatMap((shape) => hostile.flatMap((names) => [fill, known].map((asset) => combine(shape, names, asset)))),
  ...shapes.slice(2, 3).map((shape) => combine(shape, plain, ['several addresses', several])),
  ...limits,
];
