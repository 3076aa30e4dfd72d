import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { builtInBenchmark } from '../../src/benchmark/built-in.js';
import { diagnostic, ofImporter } from '../../src/diagnostics/diagnostic.js';
import type { ImporterModel } from '../../src/documents/document.js';
import { parseDocument, parseWritten } from '../../src/documents/parse-document.js';
import { renderChecklist } from '../../src/formats/registry.js';
import { modelsForOwnFiles } from '../../src/importers/for-own-files.js';
import { importerModels } from '../../src/importers/importers.js';
import { type FormatName, formatNames } from '../../src/model/format-names.js';
import { formatFaults, schemaFaults, validateDocument } from '../../src/validate/validate.js';
import { validateWritten } from '../../src/validate/validate-written.js';
import { inventedRule, oneRule, testTool, withReviews } from '../support/checklists.js';
import { officialCklb, officialSchemas, officialXsd } from '../support/official.js';
import { lacksShared, sharedFile } from '../support/shared.js';
import { bytesOf, changed, codesOf, documentOf, valid, xmlOf } from './documents.js';

const goldens = new URL('../formats/goldens/', import.meta.url);
const goldenFiles = readdirSync(goldens).flatMap((folder) =>
  ['checklist.ckl', 'checklist.cklb', 'strict.cklb', 'xccdf-results.xml'].map((name) => `${folder}/${name}`),
);

describe('what is written has no fault', () => {
  test.each(goldenFiles)('%s', (name) => {
    const faults = formatFaults(documentOf(readFileSync(new URL(name, goldens), 'utf8')));
    expect(codesOf(faults.filter(({ severity }) => severity !== 'info'))).toEqual([]);
    const notices = name.endsWith('checklist.cklb') ? ['cklb-beyond-schema', 'cklb-beyond-schema'] : [];
    expect(codesOf(faults)).toEqual(notices);
  });

  test.each(goldenFiles)('%s, and no importer refuses it', (name) => {
    const found = validateDocument(documentOf(readFileSync(new URL(name, goldens), 'utf8')), importerModels);
    expect(codesOf(found.filter(({ severity }) => severity === 'error'))).toEqual([]);
  });
});

describe('what was just written', () => {
  const says = async (format: FormatName) => {
    const rules = [inventedRule(2, { ruleId: '' }), inventedRule(1, { ruleId: '' })];
    const asset = { ...oneRule().asset, hostName: '' };
    const checklist = withReviews(asset, { ...builtInBenchmark('V2R2'), rules }, []);
    const file = await renderChecklist(format, checklist, { tool: testTool, cklbStrict: false });
    const [written, read] = [parseWritten(file), parseDocument(bytesOf(file.text), file.fileName)];
    if (!written.ok || !read.ok) throw new Error('it cannot be parsed');
    const all = validateDocument(read.value, modelsForOwnFiles).filter(({ severity }) => severity !== 'info');
    return { found: validateWritten(file, written.value, ['error', 'warning']), all };
  };

  test.each(formatNames)(
    'has the faults that the file has when it is read, with their places, in %s',
    async (format) => {
      const { found, all } = await says(format);
      expect(found).toEqual(all);
      expect(found.filter(({ place }) => place.line !== undefined)).not.toEqual([]);
    },
  );
});

describe('importers', () => {
  const model = (reads: ImporterModel['reads'], line: number): ImporterModel => ({
    name: 'mitre',
    reads,
    predict: ({ file }) => [ofImporter('mitre', diagnostic('cklb-size', { file, line }, { size: '1', rules: '2' }))],
  });

  test('only those that read the format are asked, and all that is said is sorted by place', () => {
    const damaged = changed(changed(valid.ckl, '>None<', '><'), '>Open<', '>open<');
    const found = validateDocument(documentOf(damaged), [model(['ckl'], 100), model(['cklb', 'xccdf'], 1)]);
    expect(codesOf(found)).toEqual(['xml-value-invalid', 'cklb-size', 'xml-value-invalid']);
  });

  test('each has a name of its own', () => {
    expect(new Set(importerModels.map(({ name }) => name)).size).toBe(importerModels.length);
  });
});

const filesIn = (folder: string, ending: string): readonly string[] => {
  const path = sharedFile(folder);
  return existsSync(path)
    ? readdirSync(path)
        .filter((name) => name.endsWith(ending))
        .map((name) => `${folder}/${name}`)
    : [];
};
const text = (path: string): string => readFileSync(sharedFile(path), 'utf8');

/** libxml2 counts lines to the end of a start tag, and keys behind the elements that have them. */
const linesOfTags = (source: string, lines: readonly number[]): readonly number[] => {
  const rows = source.split('\n');
  return lines.map((line) => {
    let last = line;
    while (!rows[last - 1]?.includes('>')) last++;
    return last;
  });
};

describe.each(['ckl', 'xccdf'] as const)('%s files that others wrote', (format) => {
  const files = format === 'ckl' ? filesIn('data/checklists', '.ckl') : filesIn('data/xccdf-results', '.xml');
  test.skipIf(lacksShared(officialSchemas[format]))('we name the lines that the official schema names', () => {
    expect(files.length).toBeGreaterThan(2);
    const validate = officialXsd(format);
    for (const path of files) {
      const source = text(path);
      const ours = schemaFaults(xmlOf(source)).map(({ place }) => place.line ?? 0);
      const theirs = validate(source).map(({ line }) => line);
      expect([path, ...linesOfTags(source, ours)].sort()).toEqual([path, ...theirs].sort());
    }
  });
});

describe('CKLB files that others wrote', () => {
  test.skipIf(lacksShared(officialSchemas.cklb))('we name the values that the official schema names', () => {
    const validate = officialCklb();
    const files = filesIn('data/checklists', '.cklb');
    expect(files.length).toBeGreaterThan(2);
    for (const path of files) {
      const document = documentOf(text(path));
      if (document.format !== 'cklb') throw new Error(path);
      const theirs = validate(document.value).map(({ instancePath, params }) => {
        const name = params['additionalProperty'] ?? params['missingProperty'];
        return name === undefined ? instancePath : `${instancePath}/${name}`;
      });
      // What STIG Viewer adds is a notice here; a version that is no text is an error on top.
      const beyond = /^\/(stigs\/\d+\/version|target_data\/classification)$/;
      const ours = formatFaults(document)
        .filter(({ severity }) => severity === 'error')
        .map(({ place }) => `/${place.property?.replace(/\[(\d+)\]/g, '.$1').replaceAll('.', '/')}`);
      const comparable = (paths: readonly string[]) => [...new Set(paths.filter((one) => !beyond.test(one)))].sort();
      expect([path, ...comparable(ours)]).toEqual([path, ...comparable(theirs)]);
      expect(codesOf(formatFaults(document)).includes('cklb-beyond-schema')).toBe(
        theirs.some((one) => beyond.test(one)),
      );
    }
  });
});

describe('files that are no results', () => {
  const cases = [
    ['data/checklists/refused/all-possible-results.not-well-formed.ckl', 'xml-end-tag'],
    ['data/exports/send-connector.clixml.xml', 'document-is-export'],
    ['data/benchmarks/U_MS_Exchange_2019_Edge_Server_STIG_V2R2_Manual-xccdf.xml', 'document-without-results'],
  ] as const;
  test.skipIf(lacksShared('data/checklists')).each(cases)('%s', (path, code) => {
    const read = parseDocument(new Uint8Array(readFileSync(sharedFile(path))), path);
    expect(read.ok).toBe(false);
    expect(codesOf(read.diagnostics)).toEqual([code]);
  });
});
