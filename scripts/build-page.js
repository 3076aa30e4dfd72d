// Builds dist/exchange-stig.html, the page that does the job in a browser: one file, with a policy that allows its one script
// and its one style and nothing else (docs/decisions/0007-page.md). Beside it its SHA-256, as sha256sum writes it.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compileSchemas } from './compile-schemas.js';
import { pageBundle } from './page-bundle.js';
import { sourceDigest } from './source-digest.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const read = (path) => readFileSync(join(root, path), 'utf8');
const { version } = JSON.parse(read('package.json'));

if (!existsSync(join(root, 'src/schemas/compiled/cklb.js'))) await compileSchemas();
const common = { absWorkingDir: root, write: false, minify: true, logLevel: 'warning' };
const textOf = async (options) => (await build({ ...common, ...options })).outputFiles[0].text.trim();

const script = (
  await textOf({
    ...pageBundle,
    entryPoints: ['src/page/main.ts'],
    define: { __VERSION__: JSON.stringify(version), __DIGEST__: JSON.stringify(sourceDigest()) },
  })
)
  // esbuild leaves patterns as they are.
  .replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  // In strings and patterns alone: as code, esbuild writes a blank in between. An HTML parser could take it for a comment.
  .replaceAll('<!--', '\\x3C!--')
  .replace(/<(?=\/?script)/gi, '\\x3C');
const style = await textOf({ entryPoints: ['src/page/page.css'], charset: 'ascii', target: pageBundle.target });
const icon = `data:image/svg+xml,${encodeURIComponent(read('src/page/icon.svg').trim())}`;

const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policy = [
  "default-src 'none'",
  `script-src ${hash(script)}`,
  `style-src ${hash(style)}`,
  'worker-src blob:',
  'img-src data:',
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');

const parts = { policy, icon, style, script };
const page = read('src/page/page.html').replace(/\{(policy|icon|style|script)\}/g, (_, name) => parts[name]);
const left = Object.keys(parts).filter((name) => !page.includes(parts[name]));
if (left.length > 0) throw new Error(`src/page/page.html has no place for ${left.join(', ')}`);
if (/[^\t\n\x20-\x7e]/.test(page)) throw new Error('the page is not plain ASCII: a browser could read it otherwise');
mkdirSync(join(root, 'dist'), { recursive: true });
writeFileSync(join(root, 'dist/exchange-stig.html'), page);
const digest = createHash('sha256').update(page).digest('hex');
writeFileSync(join(root, 'dist/exchange-stig.html.sha256'), `${digest}  exchange-stig.html\n`);
