import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diagnostic } from '../../src/diagnostics/diagnostic.js';
import { inShort, type WrittenHost, writtenHost } from '../../src/outcome/written-host.js';
import { fleetReport } from '../../src/report/fleet-report.js';
import { json as jsonOf } from '../hostile/inputs.js';
import { assess } from '../support/assess.js';
import { testTool } from '../support/checklists.js';
import { expectGolden } from '../support/golden.js';
import { elementsOfPage, expectSafePage } from '../support/page.js';

const report = (hosts: readonly WrittenHost[]) =>
  fleetReport({ hosts: hosts.map(inShort), marking: 'CUI', tool: testTool, assessedAt: '2026-01-31T12:00:00Z' });

const withPage = (host: WrittenHost, path: string): WrittenHost => ({
  ...host,
  outputs: [{ format: 'html', path, sha256: '' }],
});

/** A host with its page beside the overview. */
const hostOf = async (host: string, exports: Readonly<Record<string, string | Uint8Array>>): Promise<WrittenHost> => {
  const written = writtenHost(await assess(exports, { asset: { host } }));
  return written.refused ? written : withPage(written, `${host}.html`);
};

const sample = (name: string) => ({ [`exports/${name}`]: readFileSync(`samples/${name}`) });
const open = await hostOf('EDGE10', sample('edge/send-connectors.csv'));
const good = await hostOf('EDGE02', sample('compliant/send-connectors.clixml.xml'));
const empty = await hostOf('EDGE03', { 'edge03.json': '[]' });
const refused = await hostOf('EDGE04', { 'edge04.txt': 'no export\r\n' });

const texts = (html: string, name: string) =>
  elementsOfPage(html)
    .filter((element) => element.name === name)
    .map(({ text }) => text);
const hostRows = (html: string) => texts(html, 'tr').slice(7);

describe('the overview of a fleet', () => {
  it('lists every host, the worst first, then by name', () => {
    const hosts = [good, { ...open, host: 'edge09' }, empty, refused, { ...good, host: 'EDGE01' }, open];
    const html = report(hosts);
    expectSafePage(html);
    expectGolden(html, new URL('./goldens/fleet.html', import.meta.url));
    const groups = hostRows(html).map((row) => row.match(/EDGE\d\d/gi));
    // The first is named in its file's message, too.
    expect(groups).toEqual([['edge04', 'EDGE04'], ['edge09', 'EDGE10'], ['EDGE03'], ['EDGE01', 'EDGE02']]);
    expect(report([...hosts].reverse())).toBe(html);
    expect(texts(html, 'h1')).toEqual(['STIG report for 6 hosts']);
  });

  it('counts in words what its bars show', () => {
    const html = report([good, open, empty, refused]);
    const rows = texts(html, 'tr')
      .slice(1, 6)
      .map((row) => row.trim().split(/\s*\n\s*/));
    expect(rows).toEqual([
      ['REFUSED', '1', '25.0 %'],
      ['OPEN', '1', '25.0 %'],
      ['NOT REVIEWED', '1', '25.0 %'],
      ['NOT APPLICABLE', '0', '0.0 %'],
      ['NOT A FINDING', '1', '25.0 %'],
    ]);
    const widths = elementsOfPage(html).flatMap(({ name, attributes }) => (name === 'rect' ? attributes['width'] : []));
    expect(widths).toEqual(['25.00%', '25.00%', '25.00%', '0.00%', '25.00%']);
  });

  it('links a host to its page, and a refused one, which has none, to nothing', () => {
    const links = elementsOfPage(report([open, refused, withPage(good, 'a b/c&d.html')]));
    expect(links.flatMap(({ name, attributes }) => (name === 'a' ? attributes['href'] : []))).toEqual([
      '#fleet',
      '#hosts',
      './EDGE10.html',
      './a%20b/c%26d.html',
    ]);
  });

  it('never shows a host without a verdict as one without a finding', () => {
    const [row = ''] = hostRows(report([{ ...good, results: [] }]));
    expect(row).toContain('NOT REVIEWED');
    expect(row).not.toContain('NOT A FINDING');
  });

  it('takes the worst of several rules', () => {
    const both = { ...good, results: [...good.results, ...open.results] };
    expect(hostRows(report([both]))[0]).toMatch(/OPEN\s/);
  });

  it('says of a refused host why, and how many errors more', () => {
    const errors = ['a', 'b', 'c'].map((reason) => diagnostic('file-unreadable', { file: reason }, { reason }));
    const html = report([{ ...refused, host: '', diagnostics: errors }]);
    expect(texts(html, 'p')).toEqual(expect.arrayContaining(['and 2 more errors']));
    expect(hostRows(html)[0]).toMatch(/a: the file cannot be read[\s\S]*\(not known\)/);
  });

  it('says a reason once, however many hosts have it', () => {
    const many = Array.from({ length: 2000 }, (_, i) => ({ ...(i % 3 === 0 ? open : good), host: `EDGE${i}` }));
    const html = report(many);
    expect(hostRows(html)).toHaveLength(2);
    expect(html.length).toBeLessThan(400_000);
    for (const { host } of many) expect(html).toContain(`>${host}</bdi>`);
  });

  it('says where there is no host, and what was reported of none', () => {
    const html = fleetReport({
      hosts: [],
      diagnostics: [diagnostic('file-missing', { file: 'manifest.csv' })],
      marking: '',
      tool: testTool,
      assessedAt: '2026-01-31T12:00:00Z',
    });
    expectSafePage(html);
    expect(texts(html, 'p')).toContain('No host was judged.');
    expect(texts(html, 'td').join()).toContain('manifest.csv: ');
    expect(html).not.toContain('CUI');
  });

  it('shows hostile names as text', async () => {
    const name = '"><script>alert(1)</script>\u202e';
    const failing = { 'x.json': jsonOf(name).replace('true', 'false') };
    const html = report([withPage({ ...(await hostOf('E', failing)), host: name }, `javascript:${name}`)]);
    expectSafePage(html);
    expect(html).not.toContain('<script');
    expect(texts(html, 'bdi').filter((text) => text === '"><script>alert(1)</script>\\u{202E}')).toHaveLength(2);
    expect(html).toContain('href="./javascript%3A%22%3E%3Cscript%3Ealert(1)%3C/script%3E%E2%80%AE"');
  });
});
