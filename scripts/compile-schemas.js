// Compiles the JSON Schemas that the core judges by to plain functions (src/validate/compiled/): the program then carries
// neither ajv nor a call of `new Function`, which takes long at every start and which a browser's policy may forbid.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(root, 'src/validate/compiled');

// ajv copies all errors so far at each item of a list, which takes the square of their number.
const appending = (code) => {
  const call = /vErrors\.concat\((\w+\.errors)\)/g;
  if (!call.test(code)) throw new Error('ajv writes other code than it did: see how it adds errors up');
  const append = 'function append(all, more) { for (const one of more) all.push(one); return all; }';
  return `${code.replace(call, 'append(vErrors, $1)')}\n${append}\n`;
};

export const compileSchemas = async () => {
  for (const name of ['cklb', 'manifest']) {
    const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, code: { source: true } });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(join(root, `schemas/${name}.schema.json`), 'utf8')));
    // Bundled, because the code asks ajv for its helpers by `require`.
    await build({
      stdin: { contents: appending(standaloneCode.default(ajv, validate)), resolveDir: root },
      outfile: join(target, `${name}.js`),
      bundle: true,
      format: 'esm',
      platform: 'neutral',
      target: 'es2022',
      logLevel: 'warning',
    });
  }
};
