// Builds dist/index.d.ts, the library's types in one file, and compares what it offers with docs/library.api.md, the report
// that is committed. Only the package needs them, so npm run build does without. `--update` writes the report anew after a change that is meant.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { root } from './bundles.js';

const declarations = join(root, 'dist/types');
const entry = join(declarations, 'index.d.ts');
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
rmSync(declarations, { recursive: true, force: true });
// Whether the types fit is what `npm run typecheck` asks: this only writes them, in half of the time.
execFileSync(process.execPath, [tsc, '-p', 'src/tsconfig.types.json', '--noCheck'], { cwd: root, stdio: 'inherit' });
const isUpdate = process.argv.includes('--update');
const silent = { logLevel: 'none' };

const result = Extractor.invoke(
  ExtractorConfig.prepare({
    configObjectFullPath: join(root, 'api-extractor.json'),
    packageJsonFullPath: join(root, 'package.json'),
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: entry,
      compiler: {
        overrideTsconfig: {
          compilerOptions: { lib: ['ES2023', 'DOM'], types: [], skipLibCheck: true },
          files: [entry],
        },
      },
      newlineKind: 'lf',
      apiReport: {
        enabled: true,
        reportFolder: join(root, 'docs'),
        reportTempFolder: join(root, 'reports'),
        reportFileName: 'library',
        includeForgottenExports: true,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: true, untrimmedFilePath: join(root, 'dist/index.d.ts'), omitTrimmingComments: true },
      tsdocMetadata: { enabled: false },
      messages: {
        extractorMessageReporting: {
          default: { logLevel: 'warning' },
          'ae-missing-release-tag': silent,
          'ae-forgotten-export': silent,
          'ae-undocumented': silent,
        },
        tsdocMessageReporting: { default: silent },
      },
    },
  }),
  {
    localBuild: isUpdate,
    messageCallback: (message) => {
      message.handled =
        message.logLevel === 'info' ||
        message.logLevel === 'verbose' ||
        message.messageId.startsWith('console-api-report') ||
        message.messageId === 'console-compiler-version-notice';
    },
  },
);
rmSync(declarations, { recursive: true });
if (result.apiReportChanged && !isUpdate) {
  console.error(
    'error: what the library offers differs from docs/library.api.md: run npm run api and commit the report',
  );
  process.exitCode = process.argv.includes('--check') ? 1 : 0;
}
