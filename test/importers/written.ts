import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, inject, test } from 'vitest';
import { type Case, cases } from './cases.js';

/** The files of a case, as `evaluate` wrote them, and the finding details that were meant. */
export interface Written {
  readonly ckl: string;
  readonly cklb: string;
  /** CKLB with --cklb-strict. */
  readonly strict: string;
  readonly xccdf: string;
  readonly details: string;
  /** What the command itself said: the rule's status, and each connector's. */
  readonly said: { readonly status: string; readonly connectors: readonly string[] };
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The file that says what was written for each case. */
    manifest: string;
  }
}

/** Paths of the files of a case. */
export const writtenFor = (meant: Case): Written => {
  const written = manifest()[meant.name];
  if (written === undefined) throw new Error(`nothing was written for "${meant.name}"`);
  return written;
};

let read: Record<string, Written> | undefined;
const manifest = (): Record<string, Written> => {
  read ??= JSON.parse(readFileSync(inject('manifest'), 'utf8')) as Record<string, Written>;
  return read;
};

/**
 * Checks what an importer makes of each case. Where the importer is not there, every case is left out, with the reason.
 *
 * @param lacking why the importer cannot be asked; undefined where it can
 */
export const conformance = (
  importer: string,
  lacking: string | undefined,
  check: (meant: Case, written: Written) => void | Promise<void>,
  of: readonly Case[] = cases,
): void => {
  describe(importer, () => {
    test.for(of.map((meant) => [meant.name, meant] as const))('%s', async ([, meant], { skip }) => {
      if (lacking !== undefined) skip(lacking);
      await check(meant, writtenFor(meant));
    });
  });
};

const clients = resolve(process.env['CLIENTS'] ?? 'clients');

/** A file inside the folder of the clients that are too heavy to be dependencies, to be resolved from. */
export const clientFile = (client: string, ...path: string[]): string => join(clients, client, ...path);

/** Why a client cannot be asked, or undefined. */
export const lacksClient = (client: string): string | undefined =>
  existsSync(clientFile(client, 'node_modules')) && !existsSync(clientFile(client, 'incomplete'))
    ? undefined
    : `${client} is not installed (scripts/install-importers.sh)`;
