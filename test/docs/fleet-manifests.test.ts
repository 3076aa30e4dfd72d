import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const folder = 'docs/fleet';
const page = readFileSync('docs/batch.md', 'utf8');

it('docs/batch.md links each manifest of docs/fleet and shows it as it is', () => {
  const shown = [...page.matchAll(/\]\(fleet\/([^)]+)\)[^`]*(?:`[^`\n]+`[^`]*)?```(?:sh|yaml)\n([\s\S]*?)```/g)];
  expect(shown.map(([, name, text]) => [name, text]).sort()).toEqual(
    readdirSync(folder)
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')])
      .sort(),
  );
});
