// Takes docs/images/page.png: the page after a sample was dropped, in Chromium (CHROMIUM, or where Debian has it). Needs
// `npm run build:page`. What stands on it follows from the samples; the letters' shapes are this machine's.
import { mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch } from 'puppeteer-core';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(root, 'docs/images/page.png');

const browser = await launch({
  browser: 'chrome',
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
await page.setViewport({ width: 1280, height: 720 });
await page.goto(pathToFileURL(join(root, 'dist/exchange-stig.html')).href);
for (const [field, text] of [
  ['#host', 'EDGE01'],
  ['#time', '2026-01-31T12:00:00Z'],
]) {
  await page.click(field, { count: 3 });
  await page.keyboard.type(text);
  await page.keyboard.press('Tab');
}
const input = await page.$('#evaluate-files');
await input.uploadFile(join(root, 'samples/edge/send-connectors.clixml.xml'));
await page.waitForSelector('#verdict');
await page.evaluate(() => {
  document.activeElement.blur();
  scrollTo(0, 0);
});
mkdirSync(dirname(target), { recursive: true });
await page.screenshot({ path: target });
await browser.close();
console.log(`docs/images/page.png: ${statSync(target).size} bytes`);
