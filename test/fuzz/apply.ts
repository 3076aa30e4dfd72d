import { type Case, type FilePlan, textOfFile } from './case.js';
import { byteOperations, operationOf, textOperations } from './damage.js';
import { randomDialect } from './dialect.js';
import { toBytes } from './render/render.js';

export interface DamagedFile {
  readonly plan: FilePlan;
  readonly bytes: Uint8Array;
  /** Whether the damages changed anything. */
  readonly changed: boolean;
  /** What was done to it, in order. */
  readonly operations: readonly string[];
}

/** The files of a case as they arrive: rendered, damaged as text, encoded, damaged as bytes. */
export const filesOf = ({ files, damages }: Pick<Case, 'files' | 'damages'>): readonly DamagedFile[] =>
  files.map((plan, i) => {
    const whole = textOfFile(plan);
    const own = damages.filter((damage) => damage.file === i).map(operationOf);
    let text = whole;
    for (const { name, random } of own) {
      const other = files[(i + 1) % files.length] ?? plan;
      const dialect = random.chance(0.7) ? plan.dialect : randomDialect(random);
      const operation = textOperations[name];
      if (operation !== undefined)
        text = operation(text, random, () =>
          textOfFile({ ...other, connectors: [...other.connectors].reverse(), dialect }),
        );
    }
    const encoded = toBytes(whole, plan.dialect.encoding);
    let bytes = text === whole ? encoded : toBytes(text, plan.dialect.encoding);
    for (const { name, random } of own) bytes = byteOperations[name]?.(bytes, random) ?? bytes;
    const changed = bytes.length !== encoded.length || bytes.some((byte, at) => byte !== encoded[at]);
    return { plan, bytes, changed, operations: own.map(({ name }) => name) };
  });
