import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { countOf, textOf, typeInto, waitFor } from './controls.js';
import { hostExport } from './exports.js';
import { inEachBrowser } from './session.js';

/** Starts a timer of 50 ms in the page, which shows whether the page answers. */
const startTimer = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const ticks: number[] = [performance.now()];
    setInterval(() => ticks.push(performance.now()), 50);
    Object.assign(window, { ticks });
  });

/** How often the timer fired, and the longest time in which it did not, in milliseconds. */
const readTimer = (page: Page): Promise<{ readonly count: number; readonly longest: number }> =>
  page.evaluate(() => {
    const { ticks } = window as unknown as { ticks: number[] };
    const gaps = ticks.map((tick, i) => tick - (ticks[i - 1] ?? tick));
    return { count: ticks.length, longest: Math.round(Math.max(...gaps)) };
  });

/** Drops a CSV of the given size, which is made in the page, of as many copies of a row with its number in it. */
const dropLarge = (page: Page, rows: number, size: number): Promise<number> =>
  page.evaluate(
    (count, bytes) => {
      const head =
        'Name,Identity,Guid,Enabled,DomainSecureEnabled,DNSRoutingEnabled,TlsAuthLevel,TlsDomain,Comment\r\n';
      const filling = 'x'.repeat(Math.floor((bytes - head.length) / count) - 130);
      const parts = [head];
      for (let i = 0; i < count; i++) {
        const guid = `6f0e3d1c-0000-4000-8000-${String(i).padStart(12, '0')}`;
        parts.push(`Partner ${i},Partner ${i},${guid},True,True,True,DomainValidation,example.mil,${filling}\r\n`);
      }
      const transfer = new DataTransfer();
      const file = new File(parts, 'large.csv');
      transfer.items.add(file);
      document
        .querySelector('#evaluate-files-drop')
        ?.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
      return file.size;
    },
    rows,
    size,
  );

inEachBrowser('large input', ({ browserName, open, openWatched }) => {
  it('of 50 MB leaves the page answering, and can be cancelled and begun again', async () => {
    const { page, watch } = await openWatched();
    await typeInto(page, '#host', 'EDGE01');
    await startTimer(page);
    const dropped = Date.now();
    expect(await dropLarge(page, 20_000, 49_000_000)).toBeGreaterThan(45_000_000);
    await waitFor(page, '#cancel:not([hidden] *)');
    const { count } = await readTimer(page);
    await page.click('#cancel');
    await waitFor(page, '#again');
    expect((await watch.announced()).at(-1)).toContain('Cancelled');
    expect(await countOf(page, '#verdict')).toBe(0);
    const cancelled = Date.now();
    await page.click('#again');
    await waitFor(page, '#verdict');
    const after = await readTimer(page);
    expect(after.count).toBeGreaterThan(count);
    expect(await textOf(page, '#verdict')).toContain('NOT A FINDING');
    console.log(
      `${browserName}: 49 MB, 20,000 connectors: cancelled after ${cancelled - dropped} ms, judged in ${Date.now() - cancelled} ms; ` +
        `a timer of 50 ms fired ${after.count} times, at most ${after.longest} ms apart`,
    );
  });

  it('of a thousand hosts is judged, all of them on demand', async () => {
    const page = await open();
    const exports = Array.from({ length: 1000 }, (_, i) => {
      const host = `EDGE${String(i + 1).padStart(4, '0')}`;
      return { name: `${host}.csv`, text: hostExport(host, i + 1) };
    });
    await startTimer(page);
    const dropped = Date.now();
    await page.evaluate((files) => {
      const transfer = new DataTransfer();
      for (const { name, text } of files) transfer.items.add(new File([text], name));
      document
        .querySelector('#evaluate-files-drop')
        ?.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }, exports);
    await waitFor(page, '#hosts');
    const { count, longest } = await readTimer(page);
    expect(await textOf(page, '#counts')).toBe('1000 hosts: 333 open, 667 not a finding');
    await page.click('#hosts + button');
    expect(await countOf(page, '#hosts tbody tr')).toBe(1000);
    expect(await countOf(page, '#hosts [data-status="open"]')).toBe(333);
    expect(count).toBeGreaterThan(1);
    console.log(
      `${browserName}: 1,000 hosts: ${Date.now() - dropped} ms; a timer of 50 ms fired ${count} times, at most ${longest} ms apart`,
    );
  });

  it('tells how long a sample takes, from the drop to the verdict', async () => {
    const page = await open();
    await typeInto(page, '#host', 'EDGE01');
    const times = await page.evaluate(
      async (text) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], 'send-connectors.csv'));
        const start = performance.now();
        const verdict = new Promise<number>((resolve) => {
          const look = (): void =>
            document.querySelector('#verdict') === null
              ? void requestAnimationFrame(look)
              : resolve(performance.now() - start);
          look();
        });
        document
          .querySelector('#evaluate-files-drop')
          ?.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
        const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
        return { verdict: Math.round(await verdict), paint: Math.round(paint) };
      },
      hostExport('EDGE01', 3, 3),
    );
    expect(await textOf(page, '#verdict')).toContain('OPEN');
    console.log(
      `${browserName}: first paint ${times.paint} ms after the start, verdict ${times.verdict} ms after the drop`,
    );
  });
});
