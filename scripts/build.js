// Builds the command and the library, each one file with its libraries inside, and the list of these libraries' licences.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundledPackages, command, library, root } from './bundles.js';
import { compileSchemas } from './compile-schemas.js';

await compileSchemas();
await build(command);
await build(library);

const licences = [...(await bundledPackages())].map(([name, folder]) => {
  const { version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(entry));
  // Some packages name their licence and bring no text of it.
  const text = file === undefined ? `By ${author?.name ?? author}` : readFileSync(join(folder, file), 'utf8');
  return `${name} ${version} (${license})\n\n${text.replaceAll('\r\n', '\n').trim()}\n`;
});
const line = `\n${'-'.repeat(72)}\n\n`;
writeFileSync(join(root, 'dist/third-party-licenses.txt'), licences.join(line));
