import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';
import { expect } from 'vitest';
import type { Status } from '../../src/model/checklist.js';
import { clientFile, conformance, lacksClient } from './written.js';

interface Control {
  readonly data: {
    readonly id: string;
    readonly tags: Readonly<Record<string, unknown>>;
    readonly results: readonly { readonly code_desc: string; readonly message?: string }[];
  };
  readonly hdf: { readonly status: string; readonly severity: string };
}

interface Hdf {
  readonly profiles: readonly { readonly name: string; readonly description?: string }[];
  readonly passthrough?: { readonly checklist?: { readonly asset?: Readonly<Record<string, string>> } };
}

interface Converters {
  readonly ChecklistResults: new (text: string) => { readonly toHdf: () => Hdf };
  readonly XCCDFResultsMapper: new (text: string) => { readonly toHdf: () => Hdf };
  readonly fingerprint: (file: { readonly data: string; readonly filename: string }) => string;
}

interface Inspec {
  readonly contextualizeEvaluation: (hdf: Hdf) => {
    readonly contains: readonly { readonly contains: readonly Control[] }[];
  };
}

const lacking = lacksClient('hdfconv');
const load = createRequire(resolve(clientFile('hdfconv', 'any.js')));
const converters = lacking ? undefined : (load('@mitre/hdf-converters') as Converters);
const inspec = lacking ? undefined : (load('inspecjs') as Inspec);

const statuses: Readonly<Record<Status, string>> = {
  open: 'Failed',
  not_a_finding: 'Passed',
  not_applicable: 'Not Applicable',
  not_reviewed: 'Not Reviewed',
};

/** The kind by which the tools choose their reader, what they make of the file, and its controls. */
const convert = (path: string) => {
  if (converters === undefined || inspec === undefined) throw new Error(lacking);
  const data = readFileSync(path, 'utf8');
  const kind = converters.fingerprint({ data, filename: basename(path) });
  const hdf = new converters[path.endsWith('.ckl') ? 'ChecklistResults' : 'XCCDFResultsMapper'](data).toHdf();
  const controls = inspec.contextualizeEvaluation(hdf).contains.flatMap((profile) => profile.contains);
  return { kind, hdf, controls };
};

conformance('hdf-converters CKL', lacking, (meant, { ckl, details }) => {
  const { kind, hdf, controls } = convert(ckl);
  expect(kind).toBe('checklist');
  expect(hdf.passthrough?.checklist?.asset?.['hostname']).toBe(meant.host);
  expect(controls).toHaveLength(1);
  const [control] = controls;
  expect(control?.data.id).toBe('V-259594');
  expect(control?.hdf).toMatchObject({ status: statuses[meant.status], severity: 'medium' });
  expect(control?.data.tags).toMatchObject({
    rid: 'SV-259594r1043178_rule',
    stig_id: 'EX19-ED-000098',
    cci: ['CCI-001184'],
    nist: ['SC-23'],
  });
  expect(control?.data.results.map((result) => result.code_desc)).toEqual([details]);
});

conformance('hdf-converters XCCDF', lacking, (meant, { xccdf, details }) => {
  const { kind, hdf, controls } = convert(xccdf);
  expect(kind).toBe('xccdf');
  expect(hdf.profiles[0]?.name).toBe('xccdf_mil.disa.stig_benchmark_MS_Exchange_2019_Edge_Server_STIG');
  expect(controls).toHaveLength(1);
  const [control] = controls;
  expect(control?.data.id).toBe('xccdf_mil.disa.stig_rule_SV-259594r1043178_rule');
  expect(control?.hdf).toMatchObject({ status: statuses[meant.status], severity: 'medium' });
  expect(control?.data.tags).toMatchObject({
    cci: ['CCI-001184'],
    nist: ['SC-23'],
    rule_result: { message: { text: details } },
  });
  const described = JSON.parse(hdf.profiles[0]?.description ?? '') as Record<string, unknown>;
  // Loss: the host's name is cleaned of what looks like markup.
  expect(described['TestResult.target']).toBe(meant.hdfTarget);
  expect(described['version']).toBe('2');
});
