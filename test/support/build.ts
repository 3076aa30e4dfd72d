import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Builds the command before the tests when it is older than a source file: some tests run it as its user does. */
export default function setup(): void {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((name) => join('src', name));
  const newest = Math.max(...[...sources, 'package.json', 'scripts/build.js'].map((file) => statSync(file).mtimeMs));
  if (!existsSync('dist/cli.cjs') || statSync('dist/cli.cjs').mtimeMs < newest)
    execFileSync(process.execPath, ['scripts/build.js'], { stdio: 'inherit' });
}
