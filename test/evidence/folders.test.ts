import { describe, expect, test } from 'vitest';
import type { JudgedHost } from '../../src/outcome/judged-host.js';
import {
  assessExport,
  bytesOfExport,
  type ExpectedExport,
  exportFolders,
  outcomeOf,
  strengthOf,
  whenEmptyOf,
} from '../support/export-folders.js';

/** What a host must be for a word of `expect`. */
const meets = (host: JudgedHost, word: string): boolean => {
  switch (word) {
    case 'not-pass':
      return outcomeOf(host) !== 'not_a_finding';
    case 'read':
      return host.judged !== undefined;
    case 'whole':
      return host.judged !== undefined && strengthOf(host) === 'whole';
    default:
      return outcomeOf(host) === word;
  }
};

/** What is wrong with an outcome; undefined where it is as it should be. */
const faultOf = (host: JudgedHost, { expect: words, strength, connectors }: ExpectedExport): string | undefined => {
  const [outcome, found, records] = [outcomeOf(host), strengthOf(host), host.evidence[0]?.connectors];
  const said = `${outcome}, ${found}, ${records} connectors (${host.diagnostics.map(({ code }) => code).join(', ')})`;
  if (!words.split('|').some((word) => meets(host, word))) return `${said} and not ${words}`;
  if (host.judged === undefined) return undefined;
  if (strength !== undefined && found !== strength) return `${said} and not ${strength}`;
  return connectors === undefined || records === connectors ? undefined : `${said} and not ${connectors}`;
};

for (const folder of exportFolders())
  describe.skipIf(folder.isAbsent)(folder.path, () => {
    test.each(folder.files)('%s', async (file, expected) => {
      const host = await assessExport(file, bytesOfExport(folder, file), {
        whenEmpty: whenEmptyOf(expected),
        formats: [],
      });
      expect(faultOf(host, expected)).toBeUndefined();
    });
  });
