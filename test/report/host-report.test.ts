import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderHost } from '../../src/assess/render-host.js';
import { builtInBenchmark } from '../../src/benchmark/built-in.js';
import { diagnostic } from '../../src/diagnostics/diagnostic.js';
import { visible } from '../../src/text/visible.js';
import { csv as csvOf, json as jsonOf } from '../hostile/inputs.js';
import { assess, reportOf } from '../support/assess.js';
import { testTool } from '../support/checklists.js';
import { expectGolden } from '../support/golden.js';
import { elementsOfPage, expectSafePage } from '../support/page.js';

const golden = (name: string) => new URL(`./goldens/${name}.html`, import.meta.url);
const sample = (name: string) => ({ [`samples/${name}`]: readFileSync(`samples/${name}`) });
const texts = (html: string, name: string) =>
  elementsOfPage(html)
    .filter((element) => element.name === name)
    .map(({ text }) => text);

const asset = { host: 'EDGE01', fqdn: 'edge01.example.mil', ip: ['192.0.2.10'], mac: ['00:00:5E:00:53:01'] };

describe('the report of a host', () => {
  it('tells an open finding whole', async () => {
    const assessment = await assess(sample('edge/send-connectors.clixml.xml'), { asset });
    const html = await reportOf(assessment);
    expectSafePage(html);
    expectGolden(html, golden('edge'));
    for (const { sha256, path } of assessment.evidence) {
      expect(texts(html, 'code')).toContain(sha256);
      expect(texts(html, 'bdi')).toContain(path);
    }
    for (const connector of assessment.judged?.reviews[0]?.connectors ?? []) {
      expect(texts(html, 'bdi')).toContain(connector.name);
      for (const clause of connector.clauses) {
        expect(texts(html, 'bdi')).toContain(clause.words);
      }
    }
  });

  it('is the decision first: what fails and what to do, when, on what evidence, and where to sign', async () => {
    const assessment = await assess(sample('edge/send-connectors.clixml.xml'), { asset });
    const [reviewed] = assessment.judged?.checklist.stigs[0]?.reviews ?? [];
    const html = await reportOf(assessment);
    const decision = html.slice(html.indexOf('<h2 id="verdict">'), html.indexOf('<h2 id="connectors">'));
    for (const text of [
      'V-259594',
      'SV-259594r1043178_rule',
      'V2R2',
      'Edge Subscription writes this connector',
      'POA&amp;M',
      '2026-01-31T12:00:00Z',
      '7662fea4231577c38e62ccab36635f095f2c380495f42f825cdf71a5556a3dbd',
    ])
      expect(decision).toContain(text);
    expect(texts(html, 'dt').slice(-4)).toEqual(['Name', 'Organization', 'Date', 'Signature']);
    for (const line of reviewed?.findingDetails.split('\n').filter((text) => text.startsWith('Judged')) ?? [])
      expect(html).not.toContain(line);
    expect(html).not.toContain(reviewed?.rule.discussion.slice(0, 60));
  });

  it('has the command for what can be fixed, and signs for the assessor named', async () => {
    const header = 'Name,Guid,DomainSecureEnabled,DNSRoutingEnabled,IgnoreSTARTTLS,RequireTLS,TlsAuthLevel,TlsDomain';
    const guid = '6f0e3d1c-0000-4000-8000-000000000001';
    const assessment = await assess({ 'm.csv': `${header}\r\nMail,${guid},False,True,False,False,,\r\n` }, { asset });
    const { judged } = assessment;
    if (judged === undefined) throw new Error('not judged');
    const checklist = { ...judged.checklist, assessor: 'Jane <Smith>' };
    const html = await reportOf({ ...assessment, judged: { ...judged, checklist } });
    expect(texts(html, 'dd')).toContain('Jane <Smith>');
    expect(texts(html, 'code')).toContain(`Set-SendConnector -Identity '${guid}' -DomainSecureEnabled $true`);
  });

  it('tells a host without a finding', async () => {
    const html = await reportOf(
      await assess(sample('compliant/send-connectors.clixml.xml'), { asset: { host: 'EDGE02' } }),
    );
    expectSafePage(html);
    expectGolden(html, golden('compliant'));
    expect(texts(html, 'title')).toEqual(['CUI: STIG report for EDGE02: V-259594 NOT A FINDING']);
  });

  it('says beside the verdict what is in doubt, what it cost and how to export again', async () => {
    const html = await reportOf(
      await assess({ ...sample('compliant/send-connectors.csv'), 'rest.xml': '<html><body>Sign in</body></html>' }),
    );
    expectSafePage(html);
    const said = texts(html, 'p');
    const sentence = 'Both send connectors read from the export meet V-259594, but the export is not whole.';
    expect(said.some((text) => text.endsWith(sentence))).toBe(true);
    expect(
      said.some((text) => /^In doubt, so no pass can be given: rest\.xml: .*\[export-left-out\]$/.test(text)),
    ).toBe(true);
    expect(said.some((text) => /^To export again, .*Export-Clixml/.test(text))).toBe(true);
    expect(texts(html, 'td')).toContain('whole');
  });

  it('says what is missing, and where each record of a connector was read', async () => {
    const html = await reportOf(
      await assess({
        'thin.csv': 'Name,Identity,DomainSecureEnabled\r\nMail,Mail,True\r\n',
        'c/whole.csv':
          'Name,Identity,Enabled,DomainSecureEnabled,DNSRoutingEnabled,TlsAuthLevel,TlsDomain\r\nMail,Mail,False,True,True,,\r\n',
      }),
    );
    expectSafePage(html);
    expectGolden(html, golden('not-reviewed'));
    const seen = texts(html, 'p').join('\n');
    expect(seen).toContain('Missing: TlsAuthLevel, DNSRoutingEnabled, TlsDomain');
    expect(seen).toMatch(/\[1\] thin\.csv, line 2 \(decides\)/);
    expect(seen).toMatch(/\[2\] whole\.csv, line 2: /);
  });

  it('says at the verdict what it must not be read without', async () => {
    const doubtful = await reportOf(
      await assess({ 'x.json': jsonOf('x'), 'empty.json': '[]' }, { whenEmpty: 'not_a_finding' }),
    );
    const said = texts(doubtful, 'p').join('\n');
    expect(said).toContain(
      'Read the integrity notes: 1 of 1 send connector shows a state that Exchange does not allow.',
    );
    expect(said).toContain('Read the messages: 1 warning or error.');
    const clean = texts(await reportOf(await assess(sample('compliant/send-connectors.clixml.xml'))), 'p').join('\n');
    expect(clean).not.toContain('Read ');
  });

  it.each(['not_reviewed', 'not_a_finding'] as const)(
    'says that no connector was there, and whose word is %s',
    async (whenEmpty) => {
      const html = await reportOf(await assess({ 'empty.json': '[]' }, { whenEmpty }));
      expectSafePage(html);
      const word =
        whenEmpty === 'not_reviewed'
          ? 'cannot be told from an export that failed'
          : 'the assessor chose NOT A FINDING for this case';
      expect(texts(html, 'p').join('\n')).toContain(word);
      expect(texts(html, 'p')).toContain('The evidence holds no send connector.');
    },
  );

  it('lists the other rules of a benchmark with their status, and says that none of them was judged', async () => {
    const { rules, ...stig } = builtInBenchmark('V2R2');
    const others = rules.flatMap((rule) =>
      [1, 2].map((n) => ({
        ...rule,
        groupId: `V-${n}`,
        ruleId: `SV-${n}r1_rule`,
        stigId: `XX-00-00000${n}`,
        title: `Title <${n}>`,
        severity: 'high' as const,
      })),
    );
    const html = await reportOf(
      await assess(sample('compliant/send-connectors.csv'), { benchmark: { ...stig, rules: [...rules, ...others] } }),
    );
    expectSafePage(html);
    expect(texts(html, 'p')).toContain('2 other rules of the benchmark: not judged here (2 rules NOT REVIEWED).');
    // A whole benchmark would be pages of titles: the rules are named by status and severity.
    expect(texts(html, 'tr').at(-1)?.split('\n').filter(Boolean)).toEqual(['NOT REVIEWED', 'high, CAT I', 'V-1, V-2']);
    expect(html).not.toContain('Title <1>');
  });

  it('counts several rules, lists the failing first, and of each only the connectors that do not meet it', async () => {
    const { judged, ...host } = await assess(sample('edge/send-connectors.clixml.xml'), { asset });
    const [stig] = judged?.checklist.stigs ?? [];
    const [reviewed] = stig?.reviews ?? [];
    const [review] = judged?.reviews ?? [];
    if (judged === undefined || stig === undefined || reviewed === undefined || review === undefined)
      throw new Error('not judged');
    const good = review.connectors.filter(({ status }) => status === 'not_a_finding');
    const rules = [
      { id: 'V-1', status: 'not_a_finding', connectors: good },
      { id: 'V-2', status: 'open', connectors: review.connectors },
    ] as const;
    const reviews = rules.map(({ id, status }) => ({
      ...reviewed,
      status,
      rule: { ...reviewed.rule, groupId: id, severity: 'high' as const },
    }));
    const html = await reportOf({
      ...host,
      judged: {
        checklist: { ...judged.checklist, stigs: [{ ...stig, reviews }] },
        reviews: rules.map(({ id, status, connectors }) => ({ ...review, vulnId: id, status, connectors })),
      },
    });
    expectSafePage(html);
    expect(texts(html, 'h1')).toEqual(['STIG report for EDGE01: 2 rules, OPEN']);
    expect(texts(html, 'p')).toContain('OPEN 1 rule OPEN, 1 rule NOT A FINDING');
    const rows = texts(html, 'tr').map((row) =>
      row
        .trim()
        .split(/[\n:(]/)[0]
        ?.trim(),
    );
    expect(rows.slice(0, 3)).toEqual(['Rule', 'V-2', 'V-1']);
    expect(texts(html, 'h2')).toEqual(['Verdict', 'V-2: connectors']);
    expect(texts(html, 'p')).toContain('1 other send connector meets the rule.');
    expect(texts(html, 'caption')).toContain('2 send connectors, failing first');
  });

  it('leaves out connectors beyond what a page can show, the best ones, and says how many', async () => {
    const rows = Array.from({ length: 2003 }, (_, i) => `c${i},c${i},${i < 2 ? 'False' : 'True'},True,,\r\n`);
    const html = await reportOf(
      await assess({
        'many.csv': `Name,Identity,DomainSecureEnabled,DNSRoutingEnabled,TlsAuthLevel,TlsDomain\r\n${rows.reverse().join('')}`,
      }),
    );
    expect(texts(html, 'p').join('\n')).toContain('3 more are left out here for length');
    expect(texts(html, 'td').filter((cell) => cell === 'OPEN')).toHaveLength(2);
    expect(texts(html, 'td').filter((cell) => cell === 'NOT A FINDING')).toHaveLength(1998);
  });

  it('shows twenty diagnostics of a code and counts the rest; one that is endless is cut', async () => {
    const assessment = await assess(sample('compliant/send-connectors.csv'));
    const many = Array.from({ length: 23 }, (_, i) =>
      diagnostic('file-unreadable', { file: `f${i}` }, { reason: 'x' }),
    );
    const long = diagnostic('host-invalid', {}, { written: 'y'.repeat(5000) });
    const html = await reportOf({ ...assessment, diagnostics: [...many, long] });
    expect(texts(html, 'p')).toContain('3 more of [file-unreadable]');
    expect(texts(html, 'td').filter((cell) => /^f\d+: /.test(cell))).toHaveLength(20);
    expect(texts(html, 'td').some((cell) => cell.endsWith('yyy… [cut]'))).toBe(true);
  });
});

/** Names made to become markup, a link, a style or a program, or to look like something else. */
const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style></title><svg onload=alert(1)>',
  '&lt;b&gt; &amp; &#60;i&#62; &nbsp; R&D;',
  'javascript:alert(1)',
  'https://evil.example/',
  ']]><!-- --!><?xml?>',
  '{{7*7}} `x` ${',
  'a\u001b[2Jb',
  'evil\u202elmx.tcennoc',
  'To\u200b Internet\u2060',
  'a\u2028OPEN\u2029b\r\nVerdict: NOT A FINDING',
  '\u{e0041}\ufffe\uffff\ufeffx',
  '  two  blanks  ',
  '\u05d0\u05d1\u05d2 \u0627\u0644',
];

/** No blank and no slash, which no host's name has. */
const hostileHost = '"><svg"onload=alert(1)>';

describe('what a hostile export says', () => {
  it('is text on the page', async () => {
    const exports = Object.fromEntries(hostile.map((name, i) => [`${name}/${i}.json`, jsonOf(name)]));
    const html = await reportOf(await assess(exports, { asset: { host: hostileHost, marking: hostile[0] ?? '' } }));
    expectSafePage(html);
    expectGolden(html, golden('hostile'));
    expect(html).not.toMatch(/<(script|img|svg)\b/i);
    const shown = texts(html, 'bdi');
    for (const name of hostile)
      expect(shown).toContain(
        visible(name).replace(/[\ufffe\uffff]/g, (c) => `\\u{${c === '\ufffe' ? 'FFFE' : 'FFFF'}}`),
      );
    expect(texts(html, 'h1')).toEqual([`STIG report for ${hostileHost}: V-259594 NOT A FINDING`]);
    expect(texts(html, 'title')[0]).toMatch(/^<script>alert\(1\)<\/script>: /);
  });

  it('is no credential', async () => {
    const secret = 'System.Management.Automation.PSCredential-hunter2';
    const [header = '', row = ''] = csvOf('x').split('\r\n');
    const html = await reportOf(
      await assess({ 's.csv': `${header},"AuthenticationCredential"\r\n${row},"${secret}"\r\n` }),
    );
    expect(html).not.toContain('hunter2');
  });
});

describe('the report among the files of a host', () => {
  const options = { tool: testTool, cklbStrict: false };

  it('stands behind the formats, under their name, and says what came up while they were written', async () => {
    const assessment = await assess(sample('edge/send-connectors.csv'));
    const { files } = await renderHost(assessment, ['html', 'xccdf', 'ckl'], options);
    expect(files.map(({ format, fileName }) => [format, fileName])).toEqual([
      ['ckl', 'EDGE01_MS_Exchange_2019_Edge_Server_STIG_V2R2.ckl'],
      ['xccdf', 'EDGE01_MS_Exchange_2019_Edge_Server_STIG_V2R2_xccdf-results.xml'],
      ['html', 'EDGE01_MS_Exchange_2019_Edge_Server_STIG_V2R2.html'],
    ]);
  });

  it('is not made where a format would be refused, nor of a host that was refused', async () => {
    const assessment = await assess(sample('edge/send-connectors.csv'));
    const checklist = assessment.judged?.checklist;
    if (checklist === undefined) throw new Error('not judged');
    const broken = { ...checklist, asset: { ...checklist.asset, hostName: '' } };
    const judged = { checklist: broken, reviews: assessment.judged?.reviews ?? [] };
    const unfit = await renderHost({ ...assessment, judged }, ['ckl', 'html'], options);
    expect(unfit).toMatchObject({ judged: undefined, files: [] });
    expect(unfit.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
    const refused = { ...assessment, judged: undefined };
    expect(await renderHost(refused, ['html'], options)).toBe(refused);
  });
});
