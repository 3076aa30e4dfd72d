import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';

/** Chooses files in a file field, as a click on it and on a file would. */
export const chooseFiles = async (page: Page, selector: string, ...paths: readonly string[]): Promise<void> => {
  const input = await page.$(selector);
  if (input === null) throw new Error(`no ${selector}`);
  await (input as unknown as { uploadFile: (...paths: string[]) => Promise<void> }).uploadFile(
    ...paths.map((path) => resolve(path)),
  );
};

export interface Dropped {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file of this disk, to drop. */
export const fromDisk = (path: string): Dropped => ({ name: basename(path), bytes: readFileSync(path) });

/** Drops files on an element. */
export const dropFiles = (page: Page, selector: string, files: readonly Dropped[]): Promise<void> =>
  page.evaluate(
    (at, contents) => {
      const transfer = new DataTransfer();
      for (const { name, base64 } of contents) {
        const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
        transfer.items.add(new File([bytes], name));
      }
      for (const type of ['dragenter', 'dragover', 'drop'])
        document
          .querySelector(at)
          ?.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    },
    selector,
    files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') })),
  );

/** Unfolds what a control is folded away in. */
export const unfold = (page: Page, selector: string): Promise<void> =>
  page.evaluate((at) => {
    const folded = 'details:not([open])';
    let details = document.querySelector(at)?.closest<HTMLDetailsElement>(folded);
    for (; details; details = details.closest<HTMLDetailsElement>(folded)) details.open = true;
  }, selector);

/** Replaces what stands in a field by typing, and leaves it. */
export const typeInto = async (page: Page, selector: string, text: string): Promise<void> => {
  await unfold(page, selector);
  await page.click(selector, { count: 3 });
  if (text === '') await page.keyboard.press('Backspace');
  else await page.keyboard.type(text);
  await page.keyboard.press('Tab');
};

/** The text of an element; undefined where there is none. */
export const textOf = (page: Page, selector: string): Promise<string | undefined> =>
  page.evaluate((at) => document.querySelector(at)?.textContent ?? undefined, selector);

/** The texts of all elements that a selector finds. */
export const textsOf = (page: Page, selector: string): Promise<string[]> =>
  page.evaluate((at) => Array.from(document.querySelectorAll(at), (found) => found.textContent ?? ''), selector);

export const countOf = (page: Page, selector: string): Promise<number> =>
  page.evaluate((at) => document.querySelectorAll(at).length, selector);

/** Waits until an element is there. */
export const waitFor = async (page: Page, selector: string): Promise<void> => {
  await expect.poll(() => countOf(page, selector), { message: `${selector} is there` }).toBeGreaterThan(0);
};

/** Opens a view by its button. */
export const goTo = async (page: Page, view: string): Promise<void> => {
  await page.click(`#nav-${view}`);
  await waitFor(page, `#view-${view}:not([hidden])`);
};

/** The status of the verdict, once it is there: a status or `refused`. */
export const verdictOf = async (page: Page): Promise<string | undefined> => {
  await waitFor(page, '#verdict [data-status]');
  return page.evaluate(
    () => document.querySelector('#verdict [data-status]')?.getAttribute('data-status') ?? undefined,
  );
};

export interface Downloaded {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Does what starts a download, and takes the file that comes out of the folder. */
export const download = async (folder: string, start: () => Promise<unknown>): Promise<Downloaded> => {
  const before = new Set(readdirSync(folder));
  await start();
  const arrived = (): string | undefined => {
    const names = readdirSync(folder).filter((name) => !before.has(name));
    const isUnfinished = names.some((name) => /\.(?:part|crdownload|tmp)$|^\.|^\(/.test(name));
    return isUnfinished ? undefined : names.find((name) => statSync(join(folder, name)).size > 0);
  };
  await expect.poll(arrived, { message: 'the download arrives' }).toBeDefined();
  const name = arrived();
  if (name === undefined || !existsSync(join(folder, name))) throw new Error('the download is gone');
  const bytes = readFileSync(join(folder, name));
  rmSync(join(folder, name));
  return { name, bytes };
};

/** Downloads by each link of a list, by name. */
export const downloadAll = async (page: Page, folder: string, list: string): Promise<Record<string, string>> => {
  const files: Record<string, string> = {};
  const links = await page.$$(`${list} a[download]`);
  for (const link of links) {
    const { name, bytes } = await download(folder, () => link.click());
    files[name] = Buffer.from(bytes).toString('utf8');
  }
  return files;
};
