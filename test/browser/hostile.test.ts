import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/command.js';
import { chooseFiles, countOf, dropFiles, goTo, textOf, textsOf, typeInto, verdictOf, waitFor } from './controls.js';
import { inEachBrowser } from './session.js';

const folder = join(temporaryFolder(), 'hostile');
mkdirSync(folder);

const names: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)><iframe src=javascript:alert(1)>',
  "' onfocus=alert(1) autofocus '",
  '</td></tr></table><style>*{display:none}</style><base href=http://192.0.2.1/>',
  '&lt;b&gt;&#60;b&#62;',
  '{{constructor.constructor("alert(1)")()}}',
  'javascript:alert(1)',
  'a\u202egnp.ckl\u2066b\u200e\ufeff',
  '\u001b[31mred\u001b[0m\u0007',
  'long'.repeat(5000),
];
/** JSON carries every character. */
const json = JSON.stringify(
  names.map((name, i) => ({
    Name: name,
    Identity: name,
    Guid: `6f0e3d1c-0000-4000-8000-${String(i).padStart(12, '0')}`,
    Enabled: true,
    DomainSecureEnabled: false,
    DNSRoutingEnabled: name,
    TlsAuthLevel: name,
    TlsDomain: name,
    SmartHosts: [name],
    Comment: name,
  })),
);

/** What markup would have made, beyond what the page itself is made of. */
const strangers = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const tags = 'script,style,img,svg,iframe,object,embed,base,form,video,audio,math,template,meta,link';
    const own = { script: 1, style: 1, meta: 4, link: 1 } as const;
    const counts = new Map<string, number>();
    for (const { localName } of Array.from(document.querySelectorAll(tags)))
      counts.set(localName, (counts.get(localName) ?? 0) + 1);
    const extra = [...counts].filter(([name, count]) => count > (name in own ? own[name as keyof typeof own] : 0));
    const handlers = Array.from(document.querySelectorAll('*')).flatMap((element) =>
      Array.from(element.attributes)
        .filter(({ name, value }) => /^on|^style$|^autofocus$/.test(name) || /^\s*javascript:/i.test(value))
        .map(({ name, value }) => `${element.localName} ${name}=${value}`),
    );
    return [...extra.map(([name, count]) => `${name} ${count}`), ...handlers];
  });

/** Characters that would hide or turn around what is shown. */
const hidden = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const shown = document.body.cloneNode(true) as HTMLElement;
    for (const code of Array.from(shown.querySelectorAll('script'))) code.remove();
    const pattern = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
    return shown.outerHTML.match(pattern) ?? [];
  });

const expectHarmless = async (page: Page): Promise<void> => {
  expect(await strangers(page)).toEqual([]);
  expect(await hidden(page)).toEqual([]);
};

inEachBrowser('hostile names', ({ open }) => {
  it('of connectors are texts', async () => {
    const page = await open();
    await typeInto(page, '#host', 'EDGE01');
    await dropFiles(page, '#evaluate-files-drop', [{ name: 'send.json', bytes: new TextEncoder().encode(json) }]);
    expect(await verdictOf(page)).toBe('open');
    const shown = await textsOf(page, '#connectors tbody th');
    expect(shown).toHaveLength(names.length);
    for (const name of names.slice(0, 8)) expect(shown).toContain(name);
    expect(await textOf(page, '#finding-details')).toContain('<script>alert(1)</script>');
    await expectHarmless(page);
  });

  it('of files are texts, wherever they are shown', async () => {
    const page = await open();
    const files = [
      '<img src=x onerror=alert(1)>.csv',
      '"><script>alert(1)<\u2215script>.csv',
      'a\u202evsc.exe',
      '\u001b[2J.csv',
      `${'x'.repeat(240)}.csv`,
    ].map((name) => ({ name, bytes: new TextEncoder().encode('neither this nor that') }));
    await dropFiles(page, '#evaluate-files-drop', files);
    await waitFor(page, '#verdict');
    const shown = await textsOf(page, '#files tbody .path');
    expect(shown).toContain('<img src=x onerror=alert(1)>.csv');
    expect(shown).toContain('a\\u{202E}vsc.exe');
    await expectHarmless(page);
    await page.click('#grouping-files');
    await expect.poll(() => countOf(page, '#hosts tbody tr')).toBe(files.length);
    await page.click('#hosts tbody tr button');
    await expectHarmless(page);
    for (const [view, field] of [
      ['convert', '#convert-file'],
      ['validate', '#validate-files'],
    ] as const) {
      await goTo(page, view);
      await dropFiles(page, `${field}-drop`, files.slice(0, 1));
      await waitFor(page, `#view-${view} li.error`);
      await expectHarmless(page);
    }
  });

  it('of hosts, markings and checklists are texts', async () => {
    const page = await open();
    const bad = '<img src=x onerror=alert(1)>';
    await typeInto(page, '#host', bad);
    await typeInto(page, '#marking', bad);
    await typeInto(page, '#fqdn', bad);
    await chooseFiles(page, '#evaluate-files', 'samples/edge/send-connectors.csv');
    await expect.poll(() => textOf(page, '#fqdn-error')).not.toBe('');
    await expectHarmless(page);
    const checklist = join(folder, 'hostile.ckl');
    const title = '&lt;img src=x onerror=alert(1)&gt;';
    writeFileSync(
      checklist,
      `<CHECKLIST><ASSET><HOST_NAME>${title}</HOST_NAME></ASSET><STIGS><iSTIG><STIG_INFO><SI_DATA><SID_NAME>stigid</SID_NAME><SID_DATA>${title}</SID_DATA></SI_DATA></STIG_INFO><VULN><STIG_DATA><VULN_ATTRIBUTE>Vuln_Num</VULN_ATTRIBUTE><ATTRIBUTE_DATA>${title}</ATTRIBUTE_DATA></STIG_DATA><STATUS>Open</STATUS><FINDING_DETAILS>${title}</FINDING_DETAILS><COMMENTS/></VULN></iSTIG></STIGS></CHECKLIST>`,
    );
    await goTo(page, 'compare');
    await chooseFiles(page, '#compare-old', checklist);
    await chooseFiles(page, '#compare-new', 'samples/checklist/EDGE01-last-quarter.ckl');
    await waitFor(page, '#compare-result > *');
    expect(await textOf(page, '#compare-result')).toContain(bad);
    await expectHarmless(page);
    await goTo(page, 'validate');
    await chooseFiles(page, '#validate-files', checklist);
    await waitFor(page, 'article[data-file]');
    await expectHarmless(page);
  });
});
