import { defineConfig, type UserWorkspaceConfig } from 'vitest/config';
import { compiledSources } from './test/support/compiled-sources.js';

const testsIn = (folders: string): string => `test/${folders}/**/*.test.ts`;
/** Attacks, faults, kills, mutants, what PowerShell writes, parts of a fleet, and the package as it is installed. */
const assurance = [
  testsIn('{exhaustive,faults,fuzz,hostile,package,powershell,shards,supply-chain}'),
  'test/**/*-mutants.test.ts',
];
/** What starts the command in a process of its own. */
const command = [testsIn('{cli,node}')];

const project = (name: string, test: NonNullable<UserWorkspaceConfig['test']>): UserWorkspaceConfig => ({
  test: { name, testTimeout: 60_000, globalSetup: ['test/support/build.ts'], ...test },
});

const projects = [
  project('core', {
    include: ['test/**/*.test.ts'],
    exclude: [...assurance, ...command, testsIn('{browser,importers}')],
    // These test pure functions: files may share the modules of one thread, which are loaded once then.
    pool: 'threads',
    isolate: false,
  }),
  project('command', { include: command, isolate: false }),
  {
    ...project('assurance', {
      include: assurance,
      globalSetup: ['test/support/build.ts', 'test/support/compiled-sources.ts'],
      server: { deps: { external: [/exchange-stig-sources/] } },
    }),
    plugins: [compiledSources],
  },
  project('browser', {
    include: [testsIn('browser')],
    testTimeout: 90_000,
    hookTimeout: 90_000,
    // One at a time, as each test listens to what its browser does.
    fileParallelism: false,
    expect: { poll: { timeout: 60_000, interval: 50 } },
  }),
  project('importers', {
    include: [testsIn('importers')],
    hookTimeout: 120_000,
    globalSetup: ['test/importers/write-cases.ts'],
  }),
];

/** What Stryker runs against each mutant: the tests of the mutated rooms. */
const mutation = project('mutation', {
  include: [testsIn('{rules,evidence,assess,site,json,text}'), 'test/checklist/earlier-details.test.ts'],
  testTimeout: 20_000,
  globalSetup: [],
});

export default defineConfig({
  test: {
    // One worker more than Vitest would take: half of the time, where there are two cores.
    maxWorkers: '100%',
    projects: process.env['STRYKER_MUTATOR_WORKER'] === undefined ? projects : [mutation],
  },
});
