import { assessFiles } from '../../assess/assess-files.js';
import { ownFiles } from '../../node/own-files.js';
import { sha256 } from '../../node/read-input.js';
import { writeFiles } from '../../node/write-files.js';
import { planRemediation } from '../../remediation/plan.js';
import { toRemediationPoam } from '../../remediation/poam.js';
import type { Remediation } from '../../remediation/remediation.js';
import { toScript } from '../../remediation/script.js';
import { chosenRules } from '../../rules/choose-rules.js';
import { jsonText } from '../../text/visible.js';
import { tool } from '../../version.js';
import { benchmarkOf, type HostOptions, readHost } from '../assess-host.js';
import { exitCode } from '../exit-code.js';
import type { FillInCommandOptions } from '../fill-in-options.js';
import type { Io } from '../io.js';
import { assessmentTime } from '../options.js';
import { printDocument } from '../render/document.js';
import { type RemediationResult, renderRemediation, toRemediationSummary } from '../render/remediation.js';
import type { CommonOptions } from '../shared-options.js';
import { tell } from '../tell.js';
import { UsageError } from '../usage-error.js';

export interface RemediateOptions
  extends Omit<HostOptions, 'format' | 'whenEmpty' | 'assessor' | 'cklbStrict' | keyof FillInCommandOptions>,
    Pick<CommonOptions, 'timestamp' | 'json' | 'quiet'> {
  readonly out: string;
  readonly poam?: string | undefined;
}

/** `exchange-stig remediate`: one host's exports in, the script that changes what fails out. Answers with the exit code. */
export const remediate = async (paths: readonly string[], options: RemediateOptions, io: Io): Promise<number> => {
  refuseClashes(paths, options);
  const assessedAt = assessmentTime(options.timestamp, io.env['SOURCE_DATE_EPOCH'], io.now);
  const benchmark = await benchmarkOf({ ...options, fillsIn: false });
  const files = benchmark?.ok !== false ? await readHost(paths, options, io.stdin) : { exports: [] };
  const host = await assessFiles({
    ...files,
    benchmark,
    fillIn: { replaceDetails: false, allowOtherHost: false },
    asset: options,
    inputFormat: options.inputFormat,
    collectedAt: options.collected,
    maxAge: options.maxAge,
    rules: chosenRules(options.rules),
    formats: [],
    cklbStrict: false,
    assessedAt,
    tool,
    limits: options.limit,
  });
  const { judged, stig, evidence } = host;
  const remediation: Remediation | undefined =
    judged?.judging === undefined ? undefined : planRemediation(judged, judged.judging);
  const rules = judged?.reviews.map(({ vulnId }) => vulnId) ?? [];
  const script = remediation && toScript({ remediation, host: host.host, stig, rules, evidence, assessedAt, tool });
  const { out, poam } = options;
  const outputs =
    script === undefined || remediation === undefined || judged === undefined
      ? []
      : [
          { path: out, text: script, purpose: '--out' },
          ...(poam === undefined
            ? []
            : [
                {
                  path: poam,
                  text: toRemediationPoam(remediation, { asset: judged.checklist.asset, stig }),
                  purpose: '--poam',
                },
              ]),
        ];
  const failed = await writeFiles(
    outputs.filter(({ path }) => path !== '-'),
    {
      force: options.force === true,
      own: ownFiles(() => [...paths, options.benchmark, options.site, options.transportConfig]),
    },
  );
  const isWritten = script !== undefined && failed.length === 0;
  const result: RemediationResult = {
    ...{ host: host.host, stig, rules, evidence, assessedAt },
    remediation: isWritten ? remediation : undefined,
    outputs: isWritten ? outputs.map(({ path, text }) => ({ path, sha256: sha256(text) })) : [],
    // No importer reads what is written here.
    diagnostics: [...failed, ...host.diagnostics.filter(({ code }) => code !== 'asset-incomplete')],
  };
  if (options.json) io.stdout(jsonText(toRemediationSummary(result, tool)));
  else
    tell(io, result.diagnostics, { quiet: options.quiet, verbose: true }, () => {
      if (isWritten && out === '-') printDocument(script, io);
      else if (!options.quiet) io.stdout(renderRemediation(result, io.columns));
    });
  return isWritten ? exitCode.ok : exitCode.failed;
};

const refuseClashes = (paths: readonly string[], { out, poam, json, ...given }: RemediateOptions): void => {
  if (paths.filter((path) => path === '-').length > 1) throw new UsageError('standard input (-) can be read only once');
  if (out === '-' && json) throw new UsageError('--json and --out - would both write to standard output');
  const named = { poam, benchmark: given.benchmark, site: given.site, 'transport-config': given.transportConfig };
  for (const [option, path] of Object.entries(named))
    if (path === '-')
      throw new UsageError(`--${option}: expected a file, not standard ${option === 'poam' ? 'output' : 'input'} (-)`);
};
