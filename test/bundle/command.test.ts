import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommand } from '../support/run.js';

const root = mkdtempSync(join(tmpdir(), 'exchange-stig-bundle-'));
afterAll(() => rmSync(root, { recursive: true }));
const at = (name: string): string => join(root, name);
const sample = 'samples/edge/send-connectors.csv';
const evaluate = (export_: string, name: string, ...more: readonly string[]) =>
  runCommand(['evaluate', export_, '--host', 'EDGE01', '--out-dir', at(`out-${name}`), '--bundle', at(name), ...more]);
const validate = new Ajv2020({ allErrors: true }).compile(
  JSON.parse(readFileSync('schemas/verify.schema.json', 'utf8')),
);
const verified = async (...args: readonly string[]) => {
  const { code, stdout } = await runCommand(['verify', ...args, '--json']);
  const answer = JSON.parse(stdout);
  expect(validate(answer), JSON.stringify(validate.errors)).toBe(true);
  return { code, answer };
};

describe('evaluate --bundle, then verify', () => {
  it('packs the very files that it writes, and finds them consistent', async () => {
    const { code, stdout } = await evaluate(sample, 'a.zip', '--format', 'ckl,cklb,xccdf,html,csv');
    expect([code, stdout.includes('a.zip')]).toEqual([1, true]);
    const entries = unzipSync(readFileSync(at('a.zip')));
    for (const name of readdirSync(at('out-a.zip')))
      expect(
        Buffer.compare(entries[`artifacts/${name}`] ?? Buffer.alloc(0), readFileSync(join(at('out-a.zip'), name))),
        name,
      ).toBe(0);
    const plain = await runCommand(['verify', at('a.zip')]);
    expect([plain.code, plain.stderr]).toEqual([0, '']);
    expect(plain.stdout).toContain('consistent, not signed');
    expect((await verified(at('a.zip'))).answer).toMatchObject({
      consistent: true,
      signed: false,
      host: 'EDGE01',
      verdicts: [{ vulnId: 'V-259594', status: 'open' }],
    });
  });

  it('takes every option that the artifacts follow from', async () => {
    await evaluate(
      sample,
      'b.zip',
      ...['--benchmark', 'samples/benchmark/U_Example_Edge_Server_STIG_V1R1_Manual-xccdf.xml'],
    );
    await evaluate(
      sample,
      'c.zip',
      ...['--site', 'samples/site/EDGE01-site.json', '--assessor', 'A. Assessor', '--ip', '192.0.2.10'],
    );
    await evaluate(
      sample,
      'd.zip',
      ...['--collected', '2026-01-30T00:00:00Z', '--max-age', '3', '--cklb-strict', '--release', 'V2R1'],
    );
    for (const name of ['b.zip', 'c.zip', 'd.zip'].filter((one) => existsSync(at(one))))
      expect((await verified(at(name))).answer.consistent, name).toBe(true);
    expect(existsSync(at('d.zip'))).toBe(true);
  });

  it('refuses an export with a credential, and writes nothing', async () => {
    writeFileSync(at('secret.csv'), 'Name,DomainSecureEnabled,AuthenticationCredential\r\nMail,False,CANARY\r\n');
    const { code, stdout, stderr } = await evaluate(at('secret.csv'), 'secret.zip');
    expect([code, existsSync(at('secret.zip')), existsSync(at('out-secret.zip'))]).toEqual([3, false, false]);
    expect(stderr).toContain('Get-SendConnector | Select-Object');
    expect(`${stdout}${stderr}`).not.toContain('CANARY');
  });

  it('is not made where an export cannot be read, and neither are the artifacts', async () => {
    const args = [
      'evaluate',
      sample,
      at('gone.csv'),
      '--host',
      'EDGE01',
      '--out-dir',
      at('out-gone'),
      '--bundle',
      at('gone.zip'),
    ];
    const { code, stderr } = await runCommand(args);
    expect([code, existsSync(at('gone.zip')), existsSync(at('out-gone'))]).toEqual([3, false, false]);
    expect(stderr).toContain('gone.csv');
  });

  it('is not called changed where it is only too large to read', async () => {
    if (!existsSync(at('a.zip'))) await evaluate(sample, 'a.zip');
    const { code, answer } = await verified(at('a.zip'), '--limit', 'bytes=24k');
    expect([code, answer.diagnostics[0].code]).toEqual([3, 'zip-too-large']);
  });

  it('overwrites no bundle', async () => {
    writeFileSync(at('there.zip'), 'x');
    const { code } = await evaluate(sample, 'there.zip');
    expect([code, readFileSync(at('there.zip'), 'utf8'), existsSync(at('out-there.zip'))]).toEqual([3, 'x', false]);
  });

  it('says what was changed, with 1, and what cannot be read, with 3', async () => {
    await evaluate(sample, 'e.zip');
    const bytes = readFileSync(at('e.zip'));
    bytes[10] = (bytes[10] ?? 0) ^ 1;
    writeFileSync(at('changed.zip'), bytes);
    const changed = await verified(at('changed.zip'));
    expect([changed.code, changed.answer.consistent, changed.answer.diagnostics.length]).toEqual([1, false, 1]);
    expect((await runCommand(['verify', at('changed.zip')])).stdout).toContain('NOT consistent');
    expect((await verified(sample)).code).toBe(3);
    expect((await verified(at('missing.zip'))).code).toBe(3);
  });

  it('the bundle has the bytes that it has on every Node', async () => {
    const bundle = await runCommand([
      'evaluate',
      sample,
      '--host',
      'EDGE01',
      '--out-dir',
      at('g'),
      '--bundle',
      at('g.zip'),
    ]);
    expect(bundle.code).toBe(1);
    const made = createHash('sha256')
      .update(readFileSync(at('g.zip')))
      .digest('hex');
    const golden = 'test/bundle/sample-bundle.sha256';
    if (process.env['UPDATE'] === '1') writeFileSync(golden, `${made}\n`);
    expect(`${made}\n`).toBe(readFileSync(golden, 'utf8'));
  });
});

describe('verify --signature --key', () => {
  it.each(['ed25519', 'rsa', 'ec'] as const)('tells a right signature from a wrong one: %s', async (kind) => {
    const { publicKey, privateKey } =
      kind === 'rsa'
        ? generateKeyPairSync('rsa', { modulusLength: 2048 })
        : kind === 'ec'
          ? generateKeyPairSync('ec', { namedCurve: 'P-384' })
          : generateKeyPairSync('ed25519');
    if (!existsSync(at('s.zip'))) await evaluate(sample, 's.zip');
    const algorithm = kind === 'ed25519' ? null : 'sha256';
    const [signature, wrong, key] = [at(`${kind}.sig`), at(`${kind}.wrong`), at(`${kind}.pem`)];
    writeFileSync(signature, sign(algorithm, readFileSync(at('s.zip')), privateKey));
    writeFileSync(wrong, sign(algorithm, Buffer.from('other'), privateKey));
    writeFileSync(key, publicKey.export({ type: 'spki', format: 'pem' }));
    const good = await verified(at('s.zip'), '--signature', signature, '--key', key);
    expect([good.code, good.answer.signed, good.answer.signerKeySha256?.length]).toEqual([0, true, 64]);
    const bad = await verified(at('s.zip'), '--signature', wrong, '--key', key);
    expect([bad.code, bad.answer.signed, bad.answer.consistent, bad.answer.diagnostics[0].code]).toEqual([
      1,
      false,
      true,
      'signature-wrong',
    ]);
    const none = await verified(at('s.zip'), '--signature', signature, '--key', sample);
    expect([none.code, none.answer.diagnostics[0].code]).toEqual([3, 'key-unreadable']);
  });

  it('needs both', async () => {
    expect((await runCommand(['verify', 'x.zip', '--signature', 'x.sig'])).code).toBe(3);
  });
});
