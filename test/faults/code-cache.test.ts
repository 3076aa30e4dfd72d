import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/command.js';
import { filesIn, start } from '../support/faults.js';

/* The code cache is a help and nothing else: whatever fails while it is made, the run has done its work, and the next run too. */
const root = temporaryFolder();
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

it('at every call that makes it, a fault or a kill changes no answer and leaves no part of a cache under its name', async () => {
  const counted = join(root, 'count');
  const whole = { XDG_CACHE_HOME: join(root, 'whole') };
  await start(['--version'], { fault: { ...whole, FAULT_COUNT: counted } });
  const calls = Number(readFileSync(counted, 'utf8'));
  expect(calls).toBeGreaterThan(3);
  const [name = ''] = Object.keys(filesIn(join(root, 'whole', 'exchange-stig')).files);
  const isWhole = (path: string): boolean => {
    const bytes = readFileSync(path);
    const digest = createHash('sha256').update(name).update(bytes.subarray(32)).digest();
    return bytes.subarray(0, 32).equals(digest);
  };
  for (const fault of ['EIO', 'ENOSPC+', 'SIGKILL'])
    for (let n = 1; n <= calls; n++) {
      const home = { XDG_CACHE_HOME: join(root, `${fault}-${n}`) };
      const ended = await start(['--version'], { fault: { ...home, FAULT_AT: String(n), FAULT_DO: fault } });
      const at = `${fault} at call ${n}`;
      expect(ended, at).toEqual({
        ...(fault === 'SIGKILL' ? { status: null, signal: 'SIGKILL' } : { status: 0, signal: null }),
        stdout: `${version}\n`,
        stderr: '',
      });
      const folder = join(home.XDG_CACHE_HOME, 'exchange-stig');
      const cache = join(folder, name);
      expect(!existsSync(cache) || isWhole(cache), at).toBe(true);
      const unfinished = Object.keys(filesIn(folder).files).filter((file) => file !== name);
      if (fault === 'EIO') expect(unfinished, at).toEqual([]);
      expect((await start(['--version'], { fault: home })).stdout, at).toBe(`${version}\n`);
      expect(isWhole(cache), at).toBe(true);
    }
});
