import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PaperFormat } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { inShort, writtenHost } from '../../src/outcome/written-host.js';
import { fleetReport } from '../../src/report/fleet-report.js';
import { assess, reportOf } from '../support/assess.js';
import { testTool } from '../support/checklists.js';
import { temporaryFolder } from '../support/command.js';
import { canReadPdf, linesOfPdf } from '../support/pdf.js';
import { inEachBrowser, type Session } from './session.js';

const folder = join(temporaryFolder(), 'paper');
mkdirSync(folder);
let count = 0;
const fileOf = (html: string): string => {
  const path = join(folder, `${count++}.html`);
  writeFileSync(path, html);
  return pathToFileURL(path).href;
};

const isReadable = canReadPdf();
if (!isReadable) console.warn('skipped: reports on paper: pdftotext is not installed (poppler-utils)');

/** What stands on each page, as it is printed without backgrounds, which is what browsers do unless they are told. */
const printed = async ({ open }: Session, html: string, format: PaperFormat) => {
  const page = await open({ address: fileOf(html) });
  return linesOfPdf(await page.pdf({ format, printBackground: false }));
};

const edge = { 'send-connectors.clixml.xml': readFileSync('samples/edge/send-connectors.clixml.xml') };
const marked = async (marking: string): Promise<string> =>
  reportOf(await assess(edge, { asset: { host: 'EDGE01', marking } }));

const hostileMarkings = [
  'CUI//SP-CTI//NOFORN',
  `CUI"; } </style><script>alert(1)</script>`,
  String.raw`\"'\000041 \\`,
  '*/ } @page { content: "x" } /*',
  'CUI\nOPEN\r\f\u0000',
  '<!-- ]]> --> &lt;&#34;',
  'url(http://192.0.2.1/) attr(id) var(--text)',
  'evil\u202eIUC',
];

/** What a marking looks like on one line. */
const asPrinted = (marking: string): string =>
  marking
    .replace(/[\u0000-\u001f\u202e]/g, (c) => `\\u{${c.charCodeAt(0).toString(16).toUpperCase()}}`)
    .replace(/\s+/g, ' ');

inEachBrowser('a report on paper', (session) => {
  const isChromium = session.browserName === 'chromium';

  describe.skipIf(!isReadable)('the marking', () => {
    // Firefox takes seconds for each.
    it.each(isChromium ? hostileMarkings : hostileMarkings.slice(-4))(
      '%j is at the top and the bottom of every page, and does nothing',
      async (marking) => {
        const pages = await printed(session, await marked(marking), 'letter');
        expect(pages.length).toBeGreaterThan(1);
        for (const lines of pages) {
          expect(lines[0]).toContain(asPrinted(marking));
          expect(lines.at(-1)).toContain(asPrinted(marking));
        }
      },
    );

    it.skipIf(!isChromium)('that is longer than a margin is on the page whole', async () => {
      const marking = `CUI//${'NOFORN/'.repeat(40)}END`;
      const pages = await printed(session, await marked(marking), 'a4');
      expect(pages.flat().join('').replaceAll(' ', '').split(marking).length - 1).toBeGreaterThanOrEqual(2);
      for (const lines of pages) expect(lines[0]).toMatch(/^CUI\/\/NOFORN/);
    });
  });

  describe.skipIf(!isReadable || !isChromium)('the report of three connectors', () => {
    it.each(['letter', 'a4'] as const)(
      'is two pages on %s: the decision to sign, then the connectors',
      async (format) => {
        const asset = { host: 'EDGE01', fqdn: 'edge01.example.mil', ip: ['192.0.2.10'], mac: ['00:00:5E:00:53:01'] };
        const pages = await printed(session, await reportOf(await assess(edge, { asset })), format);
        expect(pages).toHaveLength(2);
        const [decision = '', connectors = ''] = pages.map((lines) => lines.join('\n'));
        expect(decision).toMatch(/OPEN 2 of 3 send connectors[\s\S]*What to do[\s\S]*Signature/);
        expect(decision).toContain('7662fea4231577c38e62ccab36635f095f2c380495f42f825cdf71a5556a3dbd');
        expect(connectors).toMatch(/Connector Verdict Clauses Notes[\s\S]*NOT A FINDING/);
      },
    );

    it('repeats the head of a long table and tears no row', async () => {
      const header = 'Name,DomainSecureEnabled,DNSRoutingEnabled,TlsAuthLevel,TlsDomain';
      const rows = Array.from({ length: 60 }, (_, i) => `first${i} ${'long '.repeat(20)}last${i},True,True,,`);
      const many = { 'many.csv': `${[header, ...rows].join('\r\n')}\r\n` };
      const pages = await printed(session, await reportOf(await assess(many)), 'letter');
      const ofTable = pages
        .slice(1)
        .map((lines) => lines.join(' '))
        .filter((text) => /\bfirst\d/.test(text));
      expect(ofTable.length).toBeGreaterThan(3);
      for (const text of ofTable) {
        expect(text).toContain('Connector Verdict Clauses Notes');
        const named = (word: string) => [...text.matchAll(new RegExp(`\\b${word}(\\d+)`, 'g'))].map(([, n]) => n);
        expect(named('last')).toEqual(named('first'));
      }
    });
  });

  it.skipIf(!isReadable || !isChromium)('the overview of 50 hosts is two pages at most', async () => {
    const host = inShort(writtenHost(await assess(edge)));
    const hosts = Array.from({ length: 50 }, (_, i) => ({
      ...host,
      host: `EDGE${i}`,
      results: host.results.map((result) => ({ ...result, sentence: `${i % 7} of 9 send connectors fail the rule.` })),
      outputs: [{ format: 'html' as const, path: `EDGE${i}.html`, sha256: '' }],
    }));
    const html = fleetReport({ hosts, marking: 'CUI', tool: testTool, assessedAt: '2026-01-31T12:00:00Z' });
    for (const format of ['letter', 'a4'] as const)
      expect((await printed(session, html, format)).length).toBeLessThanOrEqual(2);
  });

  describe.skipIf(!isReadable || !isChromium)('each page', () => {
    it.each(['letter', 'a4'] as const)('has its number, the number of pages and the host, on %s', async (format) => {
      const pages = await printed(session, await marked('CUI'), format);
      for (const [i, lines] of pages.entries())
        expect(lines.at(-1)).toBe(`EDGE01 CUI Page ${i + 1} of ${pages.length}`);
    });

    it('has no marking where there is none', async () => {
      const pages = await printed(session, await marked(''), 'letter');
      for (const [i, lines] of pages.entries()) expect(lines.at(-1)).toBe(`EDGE01 Page ${i + 1} of ${pages.length}`);
    });
  });
});
