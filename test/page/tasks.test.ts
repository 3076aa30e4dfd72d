import { readdirSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { kindOf } from '../../src/page/classify.js';
import type { EvaluateTask } from '../../src/page/tasks/evaluate.js';
import type { ShownHost } from '../../src/page/tasks/shown-host.js';
import { runTask } from '../../src/page/tasks/tasks.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const file = (path: string, name = path) => ({ path: name, blob: new Blob([readFileSync(path)]) });
const made = (name: string, text: string) => ({ path: name, blob: new Blob([text]) });

/** The options and the time of samples/commands.json. */
const options: EvaluateTask['options'] = {
  release: 'V2R2',
  inputFormat: 'auto',
  whenEmpty: 'not_reviewed',
  formats: ['ckl', 'cklb', 'xccdf'],
  cklbStrict: false,
  assessedAt: '2026-01-31T12:00:00Z',
  replaceDetails: false,
  allowOtherHost: false,
  limits: {},
};

const evaluated = async (task: Partial<EvaluateTask> & Pick<EvaluateTask, 'hosts'>): Promise<readonly ShownHost[]> => {
  const hosts: ShownHost[] = [];
  await runTask('evaluate', { asset: {}, options, ...task }, (_, host) => {
    if (host !== undefined) hosts.push(host);
  });
  return hosts;
};

test('compares two exports as the command does, in any format, and says what cannot be compared', async () => {
  const compare = async (old: ReturnType<typeof made>, now: ReturnType<typeof made>) =>
    runTask('compare', { old, now }, () => undefined);
  const head = 'Name,Guid,DomainSecureEnabled,DNSRoutingEnabled,TlsAuthLevel,TlsDomain';
  const guid = '5a60c86e-4fbe-4b45-bb99-dfe1df627163';
  const before = made('a.csv', `${head}\r\nMail,${guid},True,True,,\r\n`);
  const after = made(
    'b.json',
    JSON.stringify([{ Name: 'Mail', Guid: guid, DomainSecureEnabled: false, DNSRoutingEnabled: true }]),
  );
  const { isSame, rows = [] } = await compare(before, after);
  const said = (answer: string) => rows.filter((row) => row.answer === answer).map(({ what }) => what);
  expect(isSame).toBe(false);
  expect(said('different')).toContain('DomainSecureEnabled');
  expect(said('different').some((what) => what.startsWith('V-259594'))).toBe(true);
  expect(said('cannot tell')).toContain('TlsDomain');
  expect(await compare(before, before)).toMatchObject({ isSame: true, rows: [] });
});

test('makes the bundle of a host beside its files, and none with a credential', async () => {
  const hosts = (one: ReturnType<typeof made>) => [{ host: 'EDGE01', exports: [one] }];
  const bundled = { ...options, bundle: true };
  const [host] = await evaluated({ hosts: hosts(file('samples/edge/send-connectors.csv')), options: bundled });
  expect(host?.outputs.map(({ fileName }) => fileName)).toContain('EDGE01_bundle.zip');
  const secret = made('secret.csv', 'Name,DomainSecureEnabled,AuthenticationCredential\r\nMail,False,CANARY\r\n');
  const [without] = await evaluated({ hosts: hosts(secret), options: bundled });
  expect(without?.outputs.map(({ format }) => format)).toEqual(['ckl', 'cklb', 'xccdf']);
  expect(without?.diagnostics[0]?.code).toBe('bundle-holds-secret');
});

const compliant = file('samples/compliant/send-connectors.csv');
const edge = file('samples/edge/send-connectors.clixml.xml');

test.each<[string, Omit<EvaluateTask, 'hosts' | 'options'> & Partial<EvaluateTask>, string]>([
  [
    'makes new files',
    {
      asset: { host: 'EDGE01', fqdn: 'edge01.example.mil', ip: ['192.0.2.10'], mac: ['00:00:5E:00:53:01'] },
      options: { ...options, formats: ['ckl', 'cklb', 'xccdf', 'html'] },
    },
    'samples/edge/artifacts',
  ],
  [
    'makes files of a whole benchmark',
    {
      asset: { host: 'EDGE01' },
      benchmark: file('samples/benchmark/U_Example_Edge_Server_STIG_V1R2_Manual-xccdf.xml'),
    },
    'samples/benchmark/artifacts',
  ],
  [
    'fills in a checklist',
    {
      asset: { host: 'EDGE01' },
      benchmark: file('samples/benchmark/U_Example_Edge_Server_STIG_V1R1_Manual-xccdf.xml'),
      into: file('samples/checklist/EDGE01-last-quarter.ckl'),
    },
    'samples/checklist/artifacts/filled-in',
  ],
])('%s byte for byte as the command does', async (_, task, folder) => {
  const [host] = await evaluated({ ...task, hosts: [{ host: undefined, exports: [edge] }] });
  const names = readdirSync(folder).filter((name) => /\.(ckl|cklb|xml|html)$/.test(name));
  expect(host?.outputs.map(({ fileName }) => fileName).sort()).toEqual(names.sort());
  // Unbuilt, the program has no version, so that the checksum of the details is another too.
  const withoutChecksum = (text: string) => text.replaceAll(/\(checksum [0-9a-f]{16}\)/g, '(checksum)');
  for (const { fileName, blob } of host?.outputs ?? []) {
    const written = readFileSync(`${folder}/${fileName}`, 'utf8').replaceAll(version, '0.0.0');
    expect(withoutChecksum(await blob.text())).toBe(withoutChecksum(written));
  }
  expect(host?.results[0]).toMatchObject({
    status: 'open',
    sentence: expect.stringContaining('2 of 3 send connectors do not meet V-259594.'),
    doubts: [],
    count: 3,
  });
});

test('a host that nobody names has its verdict, and no files: they wait for the name', async () => {
  const [host] = await evaluated({ hosts: [{ host: undefined, exports: [edge] }] });
  expect(host).toMatchObject({
    host: '',
    label: 'samples/edge/send-connectors.clixml.xml',
    refused: false,
    outputs: [],
    waits: expect.stringContaining('enter the host name'),
    results: [{ status: 'open', count: 3 }],
  });
  expect(host?.diagnostics[0]?.code).toBe('host-missing');
  const [misnamed] = await evaluated({ asset: { host: 'EDGE 01' }, hosts: [{ host: undefined, exports: [edge] }] });
  expect(misnamed).toMatchObject({ refused: false, outputs: [], results: [{ status: 'open' }] });
  expect(misnamed?.diagnostics[0]?.code).toBe('host-invalid');
  const garbage = made('garbage.csv', 'garbage');
  const [refused] = await evaluated({ hosts: [{ host: undefined, exports: [garbage] }] });
  expect(refused).toMatchObject({ refused: true, label: 'garbage.csv', waits: undefined, results: [] });
});

test('converts to another format than the one that came in', async () => {
  const folder = 'samples/checklist';
  const files = [
    `${folder}/EDGE01-last-quarter.ckl`,
    ...['.cklb', '_results.xml'].map((end) => `${folder}/artifacts/EDGE01-last-quarter${end}`),
  ];
  const made = [];
  for (const path of files) {
    const task = { file: file(path), cklbStrict: false, time: { value: '2026-01-31T12:00:00Z', given: false } };
    made.push((await runTask('convert', task, () => {})).to);
  }
  expect(made).toEqual(['cklb', 'ckl', 'ckl']);
});

test('one refused host stops no other, and leaves no file', async () => {
  const hosts = await evaluated({
    hosts: [
      { host: 'EDGE01', exports: [edge] },
      { host: 'EDGE02', exports: [made('garbage.csv', 'garbage')] },
      { host: 'edge01', exports: [edge] },
      { host: 'EDGE03', exports: [edge] },
    ],
  });
  expect(hosts.map(({ host, refused, outputs }) => [host, refused, outputs.length])).toEqual([
    ['EDGE01', false, 3],
    ['EDGE02', true, 0],
    ['EDGE03', false, 3],
  ]);
  expect(hosts[1]?.diagnostics[0]?.code).toBe('format-unrecognised');
});

test('half of the evidence is no pass: a file that is too large or unreadable is doubt, and refuses the host where it is alone', async () => {
  const [large] = await evaluated({
    hosts: [{ host: 'EDGE01', exports: [edge] }],
    options: { ...options, limits: { maxBytes: 1000 } },
  });
  expect(large).toMatchObject({ refused: true, diagnostics: [{ code: 'input-too-large' }] });
  const gone = new Blob([]);
  gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
  const unreadable = { path: 'x', blob: gone };
  const [unread, half] = await evaluated({
    hosts: [
      { host: 'EDGE01', exports: [unreadable] },
      { host: 'EDGE02', exports: [compliant, unreadable] },
    ],
  });
  expect(unread).toMatchObject({ refused: true, results: [], diagnostics: [{ code: 'file-unreadable' }] });
  expect(half).toMatchObject({
    refused: false,
    results: [{ status: 'not_reviewed', doubts: [{ code: 'export-left-out', place: { file: 'x' } }] }],
  });
  expect(half?.diagnostics.map(({ code }) => code)).toContain('export-left-out');
});

test('converts, updates, compares and validates', async () => {
  const old = file('samples/checklist/EDGE01-last-quarter.ckl');
  const time = { value: '2026-01-31T12:00:00Z', given: false };
  const cklb = await runTask('convert', { file: old, to: 'cklb', cklbStrict: false, time }, () => {});
  expect(cklb.output?.format).toBe('cklb');
  const refused = await runTask('convert', { file: edge, to: 'cklb', cklbStrict: false, time }, () => {});
  expect([refused.output, refused.diagnostics[0]?.code]).toEqual([undefined, 'document-is-export']);
  const benchmark = file('samples/benchmark/U_Example_Edge_Server_STIG_V1R2_Manual-xccdf.xml');
  const task = { file: old, benchmark, resetChanged: false, now: time.value };
  const updated = await runTask('update', task, () => {});
  expect(updated.outputs.map(({ fileName }) => fileName)).toEqual([
    'EDGE01-last-quarter-updated.ckl',
    'EDGE01-last-quarter-updated-report.txt',
  ]);
  expect(await updated.outputs[1]?.blob.text()).toBe(
    readFileSync('samples/checklist/artifacts/EDGE01-V1R2-report.txt', 'utf8'),
  );
  expect(await runTask('compare', { old, now: old }, () => {})).toMatchObject({ isSame: true });
  const [valid, unread] = await runTask('validate', { files: [old, edge] }, () => {});
  expect([valid?.format, unread?.format]).toEqual(['ckl', undefined]);
  expect([valid?.notReadBy, unread?.notReadBy]).toEqual([['openscap'], []]);
});

test('files that are hosts of their own are judged together where their exports name one host', async () => {
  const csv = (secure: string, server: string) =>
    made(
      `${secure}-${server}.csv`,
      `Name,Identity,DomainSecureEnabled,PSComputerName\r\nM,${secure},${secure},${server}\r\n`,
    );
  const files = [csv('True', 'EDGE01'), csv('False', 'edge01'), csv('True', 'EDGE02')];
  const hosts = await evaluated({ hosts: files.map((one) => ({ host: undefined, exports: [one] })) });
  expect(hosts.map(({ host, refused, results }) => [host, refused, results[0]?.status])).toEqual([
    ['EDGE01', false, 'open'],
    ['EDGE02', false, 'not_reviewed'],
  ]);
});

test('a zip holds every file, and the same files give the same bytes', async () => {
  const [host] = await evaluated({ hosts: [{ host: 'EDGE01', exports: [edge] }] });
  const task = { files: host?.outputs ?? [], time: options.assessedAt };
  const bytes = new Uint8Array(await (await runTask('zip', task, () => {})).arrayBuffer());
  const again = await runTask('zip', { ...task, files: [...task.files].reverse() }, () => {});
  expect(new Uint8Array(await again.arrayBuffer())).toEqual(bytes);
  const unpacked = unzipSync(bytes);
  for (const { fileName, blob } of task.files)
    expect(unpacked[fileName]).toEqual(new Uint8Array(await blob.arrayBuffer()));
  expect(Object.keys(unpacked)).toHaveLength(3);
});

test('several hosts have an overview that links to their reports; of one export, a column names them', async () => {
  const hosts: ShownHost[] = [];
  const all = file('samples/fleet/all-servers.csv');
  const task: EvaluateTask = {
    hosts: [{ host: undefined, exports: [all] }],
    column: 'Server',
    refused: [{ host: 'EDGE09', diagnostics: [] }],
    asset: {},
    options: { ...options, formats: ['html'] },
  };
  const done = await runTask('evaluate', task, (_, host) => {
    if (host !== undefined) hosts.push(host);
  });
  expect(hosts.length).toBeGreaterThan(2);
  expect(hosts.at(-1)).toMatchObject({ host: 'EDGE09', refused: true, outputs: [] });
  expect(done).toMatchObject({ hosts: hosts.length, overview: { format: 'html', fileName: 'index.html' } });
  const overview = (await done.overview?.blob.text()) ?? '';
  for (const { host, outputs } of hosts) {
    expect(overview).toContain(host);
    for (const { fileName } of outputs) expect(overview).toContain(`href="./${fileName}"`);
  }
  const one = await runTask('evaluate', { ...task, column: undefined, refused: [] }, () => {});
  expect(one).toEqual({ hosts: 1 });
});

test('an export without the column that is to name hosts is refused', async () => {
  const [host] = await evaluated({ hosts: [{ host: undefined, exports: [edge] }], column: 'Nothing' });
  expect(host).toMatchObject({ refused: true, diagnostics: [{ code: 'host-column-missing' }] });
});

test('secrets of an export are in nothing that is shown or written', async () => {
  const secret = 'canary-of-a-secret';
  const json = `[{"Name":"A","Identity":"A","DomainSecureEnabled":true,"DNSRoutingEnabled":true,"AuthenticationCredential":"${secret}"}]`;
  const [host] = await evaluated({ hosts: [{ host: 'EDGE01', exports: [made('a.json', json)] }] });
  expect(host?.refused).toBe(false);
  expect(JSON.stringify(host)).not.toContain(secret);
  for (const { blob } of host?.outputs ?? []) expect(await blob.text()).not.toContain(secret);
});

test('an export of Get-TransportConfig that is dropped with the others is read as what it is', async () => {
  const config = file('samples/site/EDGE01-transport-config.xml', 'EDGE02/transport-config.xml');
  expect(kindOf(readFileSync('samples/site/EDGE01-transport-config.xml'))).toBe('export');
  const [host] = await evaluated({
    asset: { host: 'EDGE02' },
    hosts: [{ host: undefined, exports: [config, compliant] }],
  });
  expect(host?.results[0]).toMatchObject({ vulnId: 'V-259594', status: 'not_a_finding' });
  expect(host?.transportConfigs).toMatchObject([{ path: 'EDGE02/transport-config.xml', strength: 'whole' }]);
});

const lastQuarter = 'samples/checklist/EDGE01-last-quarter.ckl';
const benchmark = 'samples/benchmark/U_Example_Edge_Server_STIG_V1R2_Manual-xccdf.xml';
const now = '2026-01-31T12:00:00Z';
const passing = made('other.ckl', readFileSync(lastQuarter, 'utf8').replace('>Open<', '>NotAFinding<'));

test('combine: several files are merged, and what they answer differently is shown', async () => {
  const files = [file(lastQuarter, 'EDGE01.ckl'), passing];
  const refused = await runTask('combine', { files, prefer: 'refuse', now }, () => {});
  expect([refused.outputs, refused.conflicts]).toEqual([
    [],
    [['V-999002', 'EDGE01.ckl: open; other.ckl: not_a_finding', 'none']],
  ]);
  const merged = await runTask('combine', { files, prefer: 'worst', now }, () => {});
  expect(merged.outputs.map(({ fileName }) => fileName)).toEqual(['EDGE01-merged.ckl', 'EDGE01-merged-report.txt']);
  expect(merged.conflicts.map(([, , kept]) => kept)).toEqual(['EDGE01.ckl']);
});

test('combine: one checklist is split by its STIGs, and of a benchmark an empty one is made', async () => {
  const split = await runTask('combine', { files: [file(lastQuarter)], prefer: 'refuse', to: 'cklb', now }, () => {});
  expect(split.outputs.map(({ fileName }) => fileName)).toEqual(['EDGE01_Example_Edge_Server_STIG_V1R1.cklb']);
  const nameless = await runTask('combine', { files: [file(benchmark)], prefer: 'refuse', now }, () => {});
  expect(nameless.diagnostics.map(({ code }) => code)).toContain('convert-host-missing');
  const created = await runTask(
    'combine',
    { files: [file(benchmark)], prefer: 'refuse', host: 'EDGE01', now },
    () => {},
  );
  expect(created.outputs.map(({ fileName }) => fileName)).toEqual(['EDGE01_Example_Edge_Server_STIG_V1R2.ckl']);
});
