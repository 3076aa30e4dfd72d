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

/** Each fault is written out, with two ways to keep it: most of the code. One function makes and keeps them instead. */
const keepingFaults = (code) => {
  const fault =
    /const (\w+) = \{instancePath:?([^;]*?),keyword:("\w+"),params:(\{[^;]*?\})\};\s*if\(vErrors === null\)\{vErrors = \[\1\];\}\s*else \{vErrors\.push\(\1\);\}\s*errors\+\+;/g;
  const short = code.replace(
    fault,
    (_, _name, path, keyword, params) =>
      `vErrors = keep(vErrors, ${path || 'instancePath'}, ${keyword}, ${params}); errors++;`,
  );
  if (short === code || /= \{instancePath/.test(short))
    throw new Error('ajv writes other code than it did: see how it keeps faults');
  const keep =
    'function keep(all, instancePath, keyword, params) { const one = { instancePath, keyword, params }; if (all === null) return [one]; all.push(one); return all; }';
  return `${short}\n${keep}\n`;
};

/** What functions hand one another for keywords that none of the schemas has: only where in the value they are is asked for. */
const withoutUnused = (code) => {
  const left = code
    .replace(
      /\{instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors=\{\}\}=\{\}/g,
      'instancePath=""',
    )
    .replace(
      /const (evaluated\d+) = \w+\.evaluated;if\(\1\.dynamicProps\)\{[^}]*\}if\(\1\.dynamicItems\)\{[^}]*\}/g,
      '',
    )
    .replace(/\w+\.evaluated = \{[^}]*\};/g, '')
    .replace(/evaluated\d+\.(?:props|items) = \w+;/g, '')
    .replace(
      /\{instancePath(?::([^{}]*?))?,parentData(?::[^{}]*?)?,parentDataProperty(?::[^{}]*?)?,rootData,dynamicAnchors\}/g,
      (_, path) => path ?? 'instancePath',
    );
  if (left === code || /dynamicAnchors|evaluated|parentData/.test(left))
    throw new Error('ajv writes other code than it did: see what functions hand one another');
  return left;
};

/**
 * Of the schema's own text only lists of types and of allowed values are asked for: they stand where they are used. Of long lists of properties
 * only the keys are, for each key of a value: they are sets, made once.
 */
const withoutSchemas = (code) => {
  const schemas = new Map(
    Array.from(code.matchAll(/const (schema\d+) = (\{.*?\});(?=const|function|var|let)/g), ([, name, text]) => [
      name,
      JSON.parse(text),
    ]),
  );
  const valueAt = (name, path) => {
    const keys = Array.from(path.matchAll(/\.(\w+)|\["([^"]+)"\]/g), ([, plain, quoted]) => plain ?? quoted);
    return keys.reduce((value, key) => value[key], schemas.get(name));
  };
  const sets = [];
  const inlined = code
    .replace(/const schema\d+ = \{.*?\};(?=const|function|var|let)/g, '')
    .replace(/\w+\.call\((schema\d+)([^,]+), (\w+)\)/g, (_, name, path, key) => {
      sets.push(`const keys${sets.length} = new Set(${JSON.stringify(Object.keys(valueAt(name, path)))});`);
      return `keys${sets.length - 1}.has(${key})`;
    })
    .replace(/(schema\d+)((?:\.\w+|\["[^"]+"\])+)/g, (_, name, path) => JSON.stringify(valueAt(name, path)));
  if (inlined === code || sets.length === 0 || /\bschema\d+\b/.test(inlined))
    throw new Error('ajv writes other code than it did: see where it keeps schemas');
  return [inlined, ...sets].join('\n');
};

// Of ajv-formats a bundler cannot leave anything out. These are the two that the schemas ask for, under the names by which they are asked for.
const formats = String.raw`
const formats = { fullFormats: {
  date: { validate(text) {
    const [year, month, day] = /^\d{4}-\d\d-\d\d$/.test(text) ? text.split('-').map(Number) : [];
    const days = [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    return day >= 1 && day <= days[month - 1];
  } },
  uuid: /^(?:urn:uuid:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
} };
`;

const withOwnFormats = (code) =>
  `${formats}${code.replace(/require\("ajv-formats\/dist\/formats"\)\.fullFormats\.(?=(?:date|uuid)\b)/g, 'formats.fullFormats.')}`;

/** What a schema says to people and editors, ajv would carry along: texts of these names alone, as a property may have such a name too. */
const withoutWords = (name, value) =>
  ['title', 'description', '$comment', '$schema'].includes(name) && typeof value === 'string' ? undefined : value;

const compact = (code) =>
  withOwnFormats(withoutSchemas(withoutUnused(keepingFaults(withoutSchemaPaths(appending(code))))));

export const compileSchemas = async () => {
  for (const name of ['cklb', 'manifest', 'site']) {
    const ajv = new Ajv2020({
      allErrors: true,
      allowUnionTypes: true,
      inlineRefs: false,
      messages: false,
      code: { source: true },
    });
    addFormats.default(ajv);
    const schema = readFileSync(join(root, `schemas/${name}.schema.json`), 'utf8');
    const validate = ajv.compile(JSON.parse(schema, withoutWords));
    // Bundled, because the code asks ajv for its helpers by `require`.
    await build({
      stdin: { contents: compact(standaloneCode.default(ajv, validate)), resolveDir: root },
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
