// Takes the pictures in docs/images: the page empty, with a sample's verdict, and with several hosts, and a report, in Chromium (CHROMIUM, or where Debian
// has it). Needs `npm run build:page`. What stands on them follows from the samples; the letters' shapes are this machine's.
import { mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch } from 'puppeteer-core';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'docs/images');
mkdirSync(folder, { recursive: true });

const browser = await launch({
  browser: 'chrome',
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});

const picture = async (name, height, reach) => {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height });
  await page.goto(pathToFileURL(join(root, 'dist/exchange-stig.html')).href);
  const enter = (field, text) =>
    page.$eval(
      field,
      (input, value) => {
        input.value = value;
        input.dispatchEvent(new Event('change'));
      },
      text,
    );
  await enter('#time', '2026-01-31T12:00:00Z');
  await reach(page, enter);
  await page.evaluate(() => {
    document.activeElement.blur();
    scrollTo(0, 0);
  });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  await page.close();
  console.log(`docs/images/${name}.png: ${statSync(path).size} bytes`);
};

await picture('page-empty', 700, async () => {});
await picture('page', 1200, async (page, enter) => {
  await enter('#host', 'EDGE01');
  await (await page.$('#evaluate-files')).uploadFile(join(root, 'samples/edge/send-connectors.clixml.xml'));
  await page.waitForSelector('#download-all');
});
await picture('page-hosts', 1000, async (page) => {
  await (await page.$('#evaluate-files-folder')).uploadFile(join(root, 'samples/fleet/hosts'));
  await page.waitForSelector('#hosts');
});
// The first printed page of the sample's report, as wide as Letter paper between its margins.
const report = await browser.newPage();
await report.setViewport({ width: 860, height: 760 });
await report.emulateMediaType('print');
await report.goto(
  pathToFileURL(join(root, 'samples/edge/artifacts/EDGE01_MS_Exchange_2019_Edge_Server_STIG_V2R2.html')).href,
);
await report.evaluate(() => {
  document.body.style.padding = '24px';
});
await report.screenshot({ path: join(folder, 'report.png') });
await browser.close();
