import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Builds the command and the page before the tests when one is older than a source file: some tests run it as its user does. */
export default function setup(): void {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((name) => join('src', name));
  const scripts = ['build.js', 'build-page.js', 'page-bundle.js'].map((name) => join('scripts', name));
  const newest = Math.max(...[...sources, 'package.json', ...scripts].map((file) => statSync(file).mtimeMs));
  const isOld = (file: string): boolean => !existsSync(file) || statSync(file).mtimeMs < newest;
  if (isOld('dist/cli.cjs')) execFileSync(process.execPath, ['scripts/build.js'], { stdio: 'inherit' });
  if (isOld('dist/exchange-stig.html')) execFileSync(process.execPath, ['scripts/build-page.js'], { stdio: 'inherit' });
}
