// Compiles the JSON Schemas that the core judges by to plain functions (src/schemas/compiled/): the program then carries
// neither ajv nor a call of `new Function`, which takes long at every start and which a browser's policy may forbid.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
import { build } from 'esbuild';
import { isStarted } from './started.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(root, 'src/schemas/compiled');

// ajv copies all errors so far at each item of a list, which takes the square of their number.
const appending = (code) => {
  const call = /vErrors\.concat\((\w+\.errors)\)/g;
  if (!call.test(code)) throw new Error('ajv writes other code than it did: see how it adds errors up');
  const append = 'function append(all, more) { for (const one of more) all.push(one); return all; }';
  return `${code.replace(call, 'append(vErrors, $1)')}\n${append}\n`;
};

/** Where in the schema a fault was found nobody asks. */
const withoutSchemaPaths = (code) => {
  const left = code.replace(/\bschemaPath:\s*"(?:[^"\\]|\\.)*",/g, '');
  if (left === code || left.includes('schemaPath'))
    throw new Error('ajv writes other code than it did: see what faults hold');
  return left;
};

/** What a schema says to people and editors, ajv would carry along: texts of these names alone, as a property may have such a name too. */
const withoutWords = (name, value) =>
  ['title', 'description', '$comment', '$schema'].includes(name) && typeof value === 'string' ? undefined : value;

export const compileSchemas = async () => {
  for (const name of ['cklb', 'manifest', 'site']) {
    const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, code: { source: true } });
    addFormats.default(ajv);
    const schema = readFileSync(join(root, `schemas/${name}.schema.json`), 'utf8');
    const validate = ajv.compile(JSON.parse(schema, withoutWords));
    // Bundled, because the code asks ajv for its helpers by `require`.
    await build({
      stdin: { contents: withoutSchemaPaths(appending(standaloneCode.default(ajv, validate))), resolveDir: root },
      outfile: join(target, `${name}.js`),
      bundle: true,
      format: 'esm',
      platform: 'neutral',
      target: 'es2022',
      logLevel: 'warning',
    });
  }
};

if (isStarted(import.meta.url)) await compileSchemas();
