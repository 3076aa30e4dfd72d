import { join } from 'node:path';
import type { Shard } from '../../fleet/shard.js';

/** What the overview is in messages. */
export const overviewPurpose = 'the overview';

/** The overview of a run; that of a part of a fleet has a name of its own beside the others. */
export const overviewPath = (outDir: string, shard: Shard | undefined): string =>
  join(outDir, shard === undefined ? 'index.html' : `index-${shard.index}-of-${shard.count}.html`);
