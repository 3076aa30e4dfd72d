import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFileTemplate } from '../../src/fleet/file-template.js';
import { planFromPaths } from '../../src/fleet/from-paths.js';
import { outline } from './plans.js';

const byFolder = (...paths: string[]) => outline(planFromPaths(paths, {}));
const byTemplate = (template: string, ...paths: string[]) => {
  const parsed = parseFileTemplate(template);
  if (parsed === undefined) throw new Error(`no template: ${template}`);
  return outline(planFromPaths(paths, { template: parsed }));
};

describe('planFromPaths: sub-folders', () => {
  it('takes each for a host with all files below it', () => {
    expect(byFolder('EDGE02/b.xml', 'EDGE01/deep/a.csv', 'EDGE01/a.csv')).toEqual({
      jobs: [
        ['EDGE01', 'EDGE01/a.csv', 'EDGE01/deep/a.csv'],
        ['EDGE02', 'EDGE02/b.xml'],
      ],
      refused: [],
      said: [],
    });
  });

  it('says which files are no host’s, and refuses a host without any', () => {
    const paths = [
      'stray.csv',
      'other.csv',
      '.git/config',
      'EDGE01/.DS_Store',
      'EDGE01/a.csv',
      'EDGE02/',
      'EDGE03/Thumbs.db',
    ];
    const plan = planFromPaths(paths, {});
    expect(outline(plan)).toEqual({
      jobs: [['EDGE01', 'EDGE01/a.csv']],
      refused: [
        ['EDGE02', 'host-without-exports'],
        ['EDGE03', 'host-without-exports'],
      ],
      said: ['fleet-file-in-root', 'fleet-folder-hidden', 'fleet-files-passed-over'],
    });
    expect(plan.diagnostics[0]).toMatchObject({ args: { files: 2 }, place: { file: 'other.csv' } });
  });

  it('joins folders that differ in case, with a warning', () => {
    expect(byFolder('edge01/b.csv', 'EDGE01/a.csv')).toEqual({
      jobs: [['EDGE01', 'EDGE01/a.csv', 'edge01/b.csv']],
      refused: [],
      said: ['hosts-differ-in-case'],
    });
  });

  it('takes blanks off a folder’s name with a warning, and refuses those within it', () => {
    expect(byFolder('EDGE01 /b.csv', 'EDGE01/a.csv', 'EDGE 02/a.csv')).toEqual({
      jobs: [['EDGE01', 'EDGE01 /b.csv', 'EDGE01/a.csv']],
      refused: [['EDGE 02', 'host-invalid']],
      said: ['host-trimmed'],
    });
  });

  it('plans nothing, with an error, where there is nothing', () => {
    expect(byFolder()).toEqual({ jobs: [], refused: [], said: ['fleet-no-hosts'] });
    expect(byFolder('a.csv')).toEqual({ jobs: [], refused: [], said: ['fleet-no-hosts', 'fleet-file-in-root'] });
  });
});

describe('planFromPaths: template', () => {
  it('takes the host from each path', () => {
    expect(
      byTemplate('{host}-send-connectors.*', 'B-send-connectors.xml', 'A-send-connectors.csv', 'readme.txt'),
    ).toEqual({
      jobs: [
        ['A', 'A-send-connectors.csv'],
        ['B', 'B-send-connectors.xml'],
      ],
      refused: [],
      said: ['template-unmatched'],
    });
    expect(byTemplate('{host}/exports/*', 'A/exports/1', 'A/exports/2', 'A/')).toMatchObject({
      jobs: [['A', 'A/exports/1', 'A/exports/2']],
    });
  });

  it('refuses a file that could be of several hosts, and each host that it could be of', () => {
    expect(byTemplate('{host}_*.csv', 'EDGE_1.csv', 'EDGE_01_2.csv', 'OTHER_1.csv')).toEqual({
      jobs: [['OTHER', 'OTHER_1.csv']],
      refused: [
        ['EDGE', 'template-ambiguous'],
        ['', 'template-ambiguous'],
      ],
      said: [],
    });
  });

  it('plans nothing, with an error, where no file matches', () => {
    expect(byTemplate('{host}.xml', 'a.csv')).toEqual({
      jobs: [],
      refused: [],
      said: ['fleet-no-hosts', 'template-unmatched'],
    });
  });
});

describe('planFromPaths: always', () => {
  const name = fc.stringMatching(/^[a-bA-B.]{1,2}$/);
  const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));

  it('does not depend on the order of the paths', () => {
    fc.assert(
      fc.property(fc.array(path), (paths) => {
        expect(planFromPaths([...paths].reverse(), {})).toEqual(planFromPaths(paths, {}));
      }),
    );
  });

  it('has each file of a visible folder once, and no two hosts that differ in case alone', () => {
    fc.assert(
      fc.property(fc.uniqueArray(path), (paths) => {
        const { jobs } = planFromPaths(paths, {});
        const visible = paths.filter((one) => one.includes('/') && !one.startsWith('.'));
        expect(jobs.flatMap(({ exports }) => exports).sort()).toEqual(visible.sort());
        const folded = jobs.map(({ host }) => host?.toLowerCase());
        expect(new Set(folded).size).toBe(folded.length);
      }),
    );
  });
});
