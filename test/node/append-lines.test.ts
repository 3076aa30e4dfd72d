import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appendLines, closeLines, openLines, readLines } from '../../src/node/append-lines.js';
import { temporaryFolder } from '../support/command.js';

const root = temporaryFolder();
const put = (path: string, values: readonly unknown[]): void => {
  const file = openLines(path);
  appendLines(file, values);
  closeLines(file);
};

describe('a file of lines', () => {
  it('gives back what was added, over several runs', () => {
    const path = join(root, 'new', 'lines');
    expect(readLines(path)).toEqual({ values: [], damaged: 0 });
    put(path, [{ a: 'ü\n' }, [1]]);
    put(path, ['last']);
    expect(readLines(path)).toEqual({ values: [{ a: 'ü\n' }, [1], 'last'], damaged: 0 });
  });

  it('loses nothing but the line that was torn, wherever it was torn', () => {
    const path = join(root, 'torn');
    put(path, ['one', 'two']);
    const whole = readFileSync(path, 'utf8');
    const second = whole.indexOf('\n') + 1;
    for (let end = second + 1; end < whole.length - 1; end += 1) {
      writeFileSync(path, whole.slice(0, end));
      put(path, ['three']);
      expect(readLines(path)).toEqual({ values: ['one', 'three'], damaged: 1 });
    }
  });

  it('does not read a line that was changed', () => {
    const path = join(root, 'changed');
    put(path, ['open', 'kept']);
    writeFileSync(path, readFileSync(path, 'utf8').replace('open', 'pass'));
    appendFileSync(path, 'not ours\n');
    expect(readLines(path)).toEqual({ values: ['kept'], damaged: 2 });
  });
});
