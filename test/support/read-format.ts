import { fromCkl } from '../../src/formats/ckl/read.js';
import { fromCklb } from '../../src/formats/cklb/read.js';
import { fromXccdf } from '../../src/formats/xccdf/read.js';

/** The reader of each format that can be read. */
export const readFormat = { ckl: fromCkl, cklb: fromCklb, xccdf: fromXccdf } as const;
