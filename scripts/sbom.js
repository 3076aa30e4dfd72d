// Writes the list of what is in the product, a CycloneDX SBOM: `npm run sbom -- [file]`, by default dist/sbom.cdx.json.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = resolve(process.argv[2] ?? join(root, 'dist/sbom.cdx.json'));
const npm = (...args) =>
  execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const sbom = JSON.parse(npm('sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'));
const product = `${name}@${version}`;

// `npm sbom --omit dev` leaves out what a development tool uses as well: what the product needs is followed from its own
// dependencies instead.
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const needs = new Map(sbom.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
const own = Object.keys(lock.packages[''].dependencies);
needs.set(
  product,
  needs.get(product).filter((ref) => own.includes(ref.slice(0, ref.lastIndexOf('@')))),
);
const found = new Set();
const follow = (ref) => {
  if (found.has(ref)) return;
  found.add(ref);
  for (const next of needs.get(ref) ?? []) follow(next);
};
follow(product);
found.delete(product);

const expected = Object.entries(lock.packages)
  .filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional && !entry.optional)
  .map(([path, entry]) => `${path.replace(/^.*node_modules\//, '')}@${entry.version}`);
const differing = [
  ...expected.filter((ref) => !found.has(ref)),
  ...[...found].filter((ref) => !expected.includes(ref)),
];
if (differing.length > 0) throw new Error(`the SBOM and package-lock.json differ: ${differing.join(', ')}`);

// npm names the product after the folder that it happens to be in.
sbom.metadata.component = { ...sbom.metadata.component, name, type: 'application' };
sbom.components = sbom.components
  .filter((component) => found.has(component['bom-ref']))
  .map((component) => ({
    ...component,
    // Where this machine got a package is nobody's business; the hash says which one it is.
    externalReferences: component.externalReferences.filter(({ type }) => type !== 'distribution'),
  }));
sbom.dependencies = [product, ...found].map((ref) => ({ ref, dependsOn: needs.get(ref) ?? [] }));
if (process.env.SOURCE_DATE_EPOCH)
  sbom.metadata.timestamp = new Date(Number(process.env.SOURCE_DATE_EPOCH) * 1000).toISOString();

const unhashed = sbom.components.filter(({ hashes }) => hashes === undefined).map((component) => component['bom-ref']);
if (unhashed.length > 0) throw new Error(`no hash in package-lock.json for ${unhashed.join(', ')}`);
const text = `${JSON.stringify(sbom, null, 2)}\n`;
const registry = new URL(npm('config', 'get', 'registry').trim()).host;
const told = [root.replace(/\/$/, ''), homedir(), registry].filter((word) => word.length > 1 && text.includes(word));
if (told.length > 0) throw new Error(`the SBOM would tell: ${told.join(', ')}`);

mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, text);
console.log(`${sbom.components.length} components in ${target}`);
