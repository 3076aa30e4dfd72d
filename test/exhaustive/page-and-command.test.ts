import { describe, expect, test } from 'vitest';
import type { OutputName } from '../../src/model/format-names.js';
import type { ShownHost } from '../../src/page/tasks/shown-host.js';
import { runTask } from '../../src/page/tasks/tasks.js';
import {
  assessExport,
  assessedAt,
  bytesOfExport,
  type ExpectedExport,
  exportFolders,
  whenEmptyOf,
} from '../support/export-folders.js';

const formats: readonly OutputName[] = ['ckl', 'cklb', 'xccdf', 'html'];

const byPage = async (
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
  expected: ExpectedExport,
): Promise<ShownHost | undefined> => {
  const hosts: ShownHost[] = [];
  await runTask(
    'evaluate',
    {
      hosts: [{ host: 'EDGE01', exports: [{ path, blob: new Blob([bytes]) }] }],
      asset: {},
      options: {
        release: 'V2R2',
        inputFormat: 'auto',
        whenEmpty: whenEmptyOf(expected),
        formats,
        cklbStrict: false,
        assessedAt,
        replaceDetails: false,
        allowOtherHost: false,
        limits: {},
      },
    },
    (_, host) => {
      if (host !== undefined) hosts.push(host);
    },
  );
  return hosts[0];
};

for (const folder of exportFolders())
  describe.skipIf(folder.isAbsent)(`the page makes the command's files of ${folder.path}`, () => {
    test.each(folder.files)('%s', async (file, expected) => {
      const bytes = bytesOfExport(folder, file);
      const host = await assessExport(file, bytes, { whenEmpty: whenEmptyOf(expected), formats });
      const page = await byPage(file, bytes, expected);
      expect(page?.refused).toBe(host.judged === undefined);
      expect(page?.diagnostics.map(({ code }) => code).sort()).toEqual(host.diagnostics.map(({ code }) => code).sort());
      expect(page?.outputs.map(({ fileName }) => fileName)).toEqual(host.files.map(({ fileName }) => fileName));
      for (const [i, { blob }] of (page?.outputs ?? []).entries())
        expect(new Uint8Array(await blob.arrayBuffer())).toEqual(host.files[i]?.bytes);
    });
  });
