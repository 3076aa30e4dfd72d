// The digest by which bundles tell builds of the program: SHA-256 of the core's sources, which are the same in the command and in the page.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isNoProgram } from './started.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const edges = /^(?:node|cli|page)[\\/]/;

/** In lower-case hexadecimal; line ends do not count. */
export const sourceDigest = () => {
  const files = readdirSync(join(root, 'src'), { recursive: true })
    .filter((path) => path.endsWith('.ts') && !edges.test(path))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
  const hash = createHash('sha256');
  for (const path of files)
    hash.update(`${path}\n${readFileSync(join(root, 'src', path), 'utf8').replaceAll('\r\n', '\n')}\n`);
  return hash.digest('hex');
};

isNoProgram(import.meta.url, 'npm run build puts it into the bundles');
