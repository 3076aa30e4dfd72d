import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

/** Where the real importers are installed, each in a folder of its own: $CLIENTS, or `clients/` in the repository. */
export const clientFolder = (name: string): string => join(resolve(process.env['CLIENTS'] ?? 'clients'), name);

/** Loads a package of a client; undefined, with the reason printed, where the client is not installed. */
export const loadClient = (folder: string, packageName: string): unknown => {
  const from = clientFolder(folder);
  if (existsSync(join(from, 'node_modules', packageName)))
    return createRequire(join(from, 'package.json'))(packageName) as unknown;
  console.warn(`skipped: ${packageName} is not installed in ${from} (set CLIENTS to the folder of the clients)`);
  return undefined;
};
