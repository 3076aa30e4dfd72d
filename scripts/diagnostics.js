// Writes docs/diagnostics.md from the messages and their explanations in src/diagnostics.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './bundles.js';
import { isStarted } from './started.js';

const options = { absWorkingDir: root, entryPoints: ['src/cli/render/codes.ts'], bundle: true, write: false };

/** The page as text. */
export const diagnosticsPage = async () => {
  const { outputFiles } = await build({ ...options, format: 'esm', platform: 'node', logLevel: 'warning' });
  const [file] = outputFiles;
  const { diagnosticsPage: page } = await import(
    `data:text/javascript;base64,${Buffer.from(file.contents).toString('base64')}`
  );
  return page();
};
if (isStarted(import.meta.url)) writeFileSync(join(root, 'docs/diagnostics.md'), await diagnosticsPage());
