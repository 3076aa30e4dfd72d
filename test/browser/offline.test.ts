import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/command.js';
import { chooseFiles, typeInto, verdictOf } from './controls.js';
import { inEachBrowser } from './session.js';

const folder = temporaryFolder();
const target = 'http://192.0.2.1/leak';
const leak = (url: string): Promise<string> =>
  fetch(url).then(
    () => 'sent',
    () => 'stopped',
  );

inEachBrowser('nothing leaves', ({ browserName, open, openWatched, askedOfNetwork }) => {
  it('asks the network for nothing while it judges', async () => {
    const page = await open();
    await typeInto(page, '#host', 'EDGE01');
    await chooseFiles(page, '#evaluate-files', 'samples/edge/send-connectors.csv');
    expect(await verdictOf(page)).toBe('open');
    expect(askedOfNetwork()).toEqual([]);
  });

  it('is held by its policy: what a script of its own would send is stopped and noticed', async () => {
    const { page, watch } = await openWatched({ mayMisbehave: true });
    expect(await page.evaluate(leak, target)).toBe('stopped');
    await expect.poll(async () => (await watch.behaviour()).errors.join()).toContain(target);
    const { violations, requests } = await watch.behaviour();
    expect(violations).toEqual([`connect-src ${target}`]);
    expect(requests).toEqual([]);
    expect(askedOfNetwork()).toEqual([]);
  });

  it('runs no script but its own, and no style', async () => {
    const { page, watch } = await openWatched({ mayMisbehave: true });
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      const style = document.createElement('style');
      style.textContent = 'body { color: rgb(1, 2, 3) }';
      document.body.append(script, style);
      const worked: string[] = [];
      if ('ran' in window) worked.push('script');
      if (getComputedStyle(document.body).color === 'rgb(1, 2, 3)') worked.push('style');
      return worked;
    });
    expect(ran).toEqual([]);
    const directives = (await watch.behaviour()).violations.map((text) => text.split(' ')[0]);
    expect(new Set(directives)).toEqual(new Set(['script-src-elem', 'style-src-elem']));
  });

  it('would be found out: the watch sees a request, a store, an error and a dialog of a page without a policy', async () => {
    const file = join(folder, `${browserName}.html`);
    writeFileSync(
      file,
      `<!doctype html><title>x</title><script>
      try { localStorage.setItem('a', 'b') } catch {}
      fetch(${JSON.stringify(target)}).catch(() => {});
      setTimeout(() => alert('hello')); setTimeout(() => { throw new Error('oops') });
      </script>`,
    );
    const { watch } = await openWatched({ mayMisbehave: true, address: pathToFileURL(file).href });
    await expect.poll(async () => (await watch.behaviour()).errors.join()).toContain('oops');
    const { requests, storage, dialogs } = await watch.behaviour();
    expect(requests).toContain(target);
    expect(storage).toEqual(['localStorage']);
    expect(dialogs).toEqual(['hello']);
  });

  it('would be found out: the proxy sees what is not intercepted', async () => {
    const { page } = await openWatched({ mayMisbehave: true, address: 'about:blank' });
    await page.setRequestInterception(false);
    await page.goto(target).catch(() => undefined);
    expect(askedOfNetwork().join()).toContain('192.0.2.1');
  });
});
