// Writes the list of what is in the product, a CycloneDX SBOM: `npm run sbom -- [file]`, by default dist/sbom.cdx.json.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { bundledPackages, root } from './bundles.js';

const target = resolve(process.argv[2] ?? join(root, 'dist/sbom.cdx.json'));
const npm = (...args) =>
  execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const sbom = JSON.parse(npm('sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'));
const product = `${name}@${version}`;

// What ships is what the bundles hold.
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const found = new Set(
  [...(await bundledPackages()).values()].map((folder) => {
    const path = folder.replaceAll('\\', '/').replace(/^.*?(?=\bnode_modules\/)/, '');
    return `${path.replace(/^.*node_modules\//, '')}@${lock.packages[path].version}`;
  }),
);
const needs = new Map(
  sbom.dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn.filter((needed) => found.has(needed))]),
);

// npm names the product after the folder that it happens to be in.
sbom.metadata.component = { ...sbom.metadata.component, name, type: 'application' };
sbom.components = sbom.components
  .filter((component) => found.has(component['bom-ref']))
  .map((component) => ({
    ...component,
    // To npm they are development's, as no package has to be installed beside ours: their code is in it.
    scope: 'required',
    properties: component.properties.filter(({ name }) => name !== 'cdx:npm:package:development'),
    // Where this machine got a package is nobody's business; the hash says which one it is.
    externalReferences: component.externalReferences.filter(({ type }) => type !== 'distribution'),
  }));
sbom.dependencies = [product, ...found].map((ref) => ({ ref, dependsOn: needs.get(ref) ?? [] }));
// The same commit gives the same bytes: no number, no time and no tool of this run.
delete sbom.serialNumber;
delete sbom.metadata.timestamp;
delete sbom.metadata.tools;

const unhashed = sbom.components.filter(({ hashes }) => hashes === undefined).map((component) => component['bom-ref']);
if (unhashed.length > 0) throw new Error(`no hash in package-lock.json for ${unhashed.join(', ')}`);
const text = `${JSON.stringify(sbom, null, 2)}\n`;
const registry = new URL(npm('config', 'get', 'registry').trim()).host;
const told = [root.replace(/\/$/, ''), homedir(), registry].filter((word) => word.length > 1 && text.includes(word));
if (told.length > 0) throw new Error(`the SBOM would tell: ${told.join(', ')}`);

mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, text);
console.log(`${sbom.components.length} components in ${target}`);
