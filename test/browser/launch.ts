import { existsSync } from 'node:fs';
import { type Browser, launch } from 'puppeteer-core';

export type BrowserName = 'chromium' | 'firefox';
export type ColorScheme = 'light' | 'dark';

export const browserNames: readonly BrowserName[] = ['chromium', 'firefox'];

const usualPaths: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
  firefox: ['/usr/bin/firefox-esr', '/usr/bin/firefox'],
};

/** Where a browser is: where the environment (CHROMIUM, FIREFOX) says, else where systems have it. */
export const browserPath = (name: BrowserName): string | undefined => {
  const named = process.env[name.toUpperCase()];
  return (named === undefined ? usualPaths[name] : [named]).find((path) => existsSync(path));
};

export interface LaunchOptions {
  /** Where downloads go, without a question. */
  readonly downloads: string;
  /** The port of a proxy on this machine that everything is sent through. */
  readonly proxyPort: number;
  readonly colorScheme: ColorScheme;
}

/** Starts a browser without windows. */
export const launchBrowser = (name: BrowserName, path: string, options: LaunchOptions): Promise<Browser> =>
  name === 'chromium' ? launchChromium(path, options) : launchFirefox(path, options);

const launchChromium = (executablePath: string, { downloads, proxyPort, colorScheme }: LaunchOptions) =>
  launch({
    browser: 'chrome',
    executablePath,
    downloadBehavior: { policy: 'allow', downloadPath: downloads },
    args: [
      // A container's user may not make the sandbox, and nothing but our own page is opened.
      '--no-sandbox',
      `--proxy-server=http://127.0.0.1:${proxyPort}`,
      '--proxy-bypass-list=<-loopback>',
      `--blink-settings=preferredColorScheme=${colorScheme === 'dark' ? 0 : 1}`,
    ],
  });

const launchFirefox = (executablePath: string, { downloads, proxyPort, colorScheme }: LaunchOptions) =>
  launch({
    browser: 'firefox',
    executablePath,
    extraPrefsFirefox: {
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
      'browser.download.alwaysOpenPanel': false,
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxyPort,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
      'network.proxy.no_proxies_on': '',
      'network.proxy.allow_hijacking_localhost': true,
      'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
    },
  });
