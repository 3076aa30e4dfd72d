import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';

/** What the page's own window noticed. */
interface Noticed {
  /** Directive and address of everything that the page's policy forbade. */
  readonly violations: string[];
  /** Names of the places to store something that were asked for. */
  readonly storage: string[];
  /** Texts of the live regions, in their order. */
  readonly announced: string[];
}

/** What a page did that it should not have done: all of it empty for ours. */
export interface Behaviour {
  readonly requests: readonly string[];
  readonly violations: readonly string[];
  readonly storage: readonly string[];
  readonly errors: readonly string[];
  readonly dialogs: readonly string[];
}

export interface Watch {
  readonly behaviour: () => Promise<Behaviour>;
  readonly announced: () => Promise<readonly string[]>;
}

/** Before the page's script: listens in its window. Runs there, so it refers to nothing outside. */
const listen = (): void => {
  const noticed: Noticed = { violations: [], storage: [], announced: [] };
  Object.defineProperty(window, 'noticed', { value: noticed });
  addEventListener('securitypolicyviolation', (event) => {
    noticed.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
  });
  const guard = (holder: object, name: string): void => {
    const own = Object.getOwnPropertyDescriptor(holder, name);
    if (own?.get === undefined) return;
    const note = (): number => noticed.storage.push(name);
    Object.defineProperty(holder, name, {
      ...own,
      get() {
        note();
        return own.get?.call(this);
      },
      set(value: unknown) {
        note();
        own.set?.call(this, value);
      },
    });
  };
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore']) guard(window, name);
  guard(Document.prototype, 'cookie');
  guard(Navigator.prototype, 'serviceWorker');
  guard(Navigator.prototype, 'storage');
  new MutationObserver((records) => {
    for (const { target, addedNodes } of records)
      if (target instanceof Element && ['status', 'alerts'].includes(target.id))
        for (const node of Array.from(addedNodes)) noticed.announced.push(node.textContent ?? '');
  }).observe(document, { childList: true, subtree: true });
};

/** Intercepts every request of a page and lists all but its own file and what it made itself; those are not let through. */
export const watchPage = async (page: Page, address: string): Promise<Watch> => {
  const requests: string[] = [];
  const errors: string[] = [];
  const dialogs: string[] = [];
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const url = request.url();
    const isOwn = url === address || /^(?:blob|data):/.test(url);
    if (!isOwn) requests.push(url);
    // A page that is closing needs no answer.
    (isOwn ? request.continue() : request.abort()).catch(() => {});
  });
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error instanceof Error ? error.message : String(error)));
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    dialog.dismiss().catch(() => {});
  });
  await page.evaluateOnNewDocument(listen);
  const noticed = () => page.evaluate(() => (window as unknown as { noticed: Noticed }).noticed);
  return {
    behaviour: async () => {
      const { violations, storage } = await noticed();
      return { requests, violations, storage, errors, dialogs };
    },
    announced: async () => (await noticed()).announced,
  };
};

export const goodBehaviour: Behaviour = { requests: [], violations: [], storage: [], errors: [], dialogs: [] };

export interface Refusing {
  readonly port: number;
  /** Address of everything that was asked of the network, but for what the browser's maker has it ask by itself. */
  readonly asked: readonly string[];
  readonly close: () => void;
}

/** Firefox asks these for its own settings and updates, Chromium those, whatever page is open. */
const makersHosts =
  /^(?:https?:\/\/)?[\w.-]+\.(?:mozilla\.(?:com|net|org)|firefox\.com|google(?:apis)?\.com|gvt1\.com)(?=[:/])/;

/** The only way out that a browser is given: it lists who asks for what and lets nothing through. */
export const startProxy = async (): Promise<Refusing> => {
  const asked: string[] = [];
  const note = (address = ''): void => {
    if (!makersHosts.test(address)) asked.push(address);
  };
  const server = createServer((request, response) => {
    note(request.url);
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    note(request.url);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, asked, close: () => server.close() };
};
