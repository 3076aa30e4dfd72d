import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { powershell, runPowerShell } from '../support/powershell.js';
import { sharedFile } from '../support/shared.js';
import type { Connector } from './fleet.js';

const stub = fileURLToPath(sharedFile('powershell/exchange-stub.psm1'));

/** Why PowerShell cannot be asked, or undefined. */
export const lacksPowerShell = (): string | undefined => {
  if (!existsSync(stub)) return '../shared/powershell is not there';
  const found = powershell();
  return 'skip' in found ? found.skip : undefined;
};

/** An export to be written: a script for scripted cases, a command line for typed ones. */
export interface Order {
  readonly file: string;
  readonly fleet: readonly Connector[];
  readonly objects: 'typed' | 'deserialised' | 'remote';
  readonly script: string;
}

const run = (args: readonly string[], input: string): void => {
  const found = powershell();
  if ('skip' in found) throw new Error(found.skip);
  const { status, stderr } = runPowerShell(found.path, args, { input });
  if (status !== 0 || stderr !== '') throw new Error(`PowerShell ended with ${status}: ${stderr}`);
};

/** Writes all exports by one PowerShell that runs a script. */
export const writeExports = (orders: readonly Order[], folder: string): void => {
  mkdirSync(folder, { recursive: true });
  const plan = join(folder, 'plan.json');
  writeFileSync(plan, JSON.stringify(orders));
  const script = fileURLToPath(new URL('write-exports.ps1', import.meta.url));
  run(['-File', script, '-Stub', stub, '-Plan', plan, '-Folder', resolve(folder)], '');
};

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Writes the transcripts of one interactive PowerShell; its prompt is the Exchange shell's. */
export const writeTranscripts = (orders: readonly Order[], folder: string): void => {
  mkdirSync(folder, { recursive: true });
  const plan = join(folder, 'typed.json');
  writeFileSync(plan, JSON.stringify(orders));
  const lines = [
    `Import-Module ${quoted(stub)}`,
    `$plan = Get-Content -Raw ${quoted(plan)} | ConvertFrom-Json -AsHashtable`,
    "function prompt { '[PS] C:\\Windows\\system32>' }",
    ...orders.flatMap(({ file, script }, i) => [
      `Clear-StubFleet; foreach ($connector in $plan[${i}].fleet) { Add-StubConnector $connector }`,
      `Start-Transcript ${quoted(join(resolve(folder), file))}${i % 2 === 0 ? ' | Out-Null' : ''}`,
      ...script.split('; '),
      'Stop-Transcript',
    ]),
    'exit',
  ];
  run(['-Interactive'], lines.map((line) => `${line}\n`).join(''));
};

/** What is copied from the screen: from the first prompt to the last, without the frame of the transcript. */
export const asScreen = (transcript: string): string => {
  const first = transcript.indexOf('[PS]');
  const last = transcript.lastIndexOf('[PS] C:\\Windows\\system32>');
  return `${transcript.slice(first, last)}[PS] C:\\Windows\\system32>`;
};

/** The same file with the line ends that Windows writes, in its own encoding. */
export const withWindowsLineEnds = (path: string): void => {
  const bytes = readFileSync(path);
  const unit = bytes[0] === 0xff && bytes[1] === 0xfe ? 'le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'be' : '';
  const out: number[] = [];
  const step = unit === '' ? 1 : 2;
  for (let at = 0; at + step <= bytes.length; at += step) {
    const character =
      unit === '' ? bytes.readUInt8(at) : unit === 'le' ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
    if (character === 10) out.push(...(unit === '' ? [13] : unit === 'le' ? [13, 0] : [0, 13]));
    out.push(...bytes.subarray(at, at + step));
  }
  writeFileSync(path, Buffer.from(out));
};
