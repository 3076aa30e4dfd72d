import { areSameBytes } from '../bytes/same-bytes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { fileName, fileNameParts } from '../formats/file-name.js';
import { renderChecklist, type WriteOptions } from '../formats/registry.js';
import type { Checklist } from '../model/checklist.js';
import type { FormatName } from '../model/format-names.js';
import type { HostFile } from '../outcome/judged-host.js';
import { cutFile, fillFiles, type Room, type TemplateFile } from './template-file.js';
import { areOrdinary, isJudged, standInPattern, valuesOf, withStandIns, wordsOf } from './template-values.js';

/*
 * Hosts of one shape (template-values.ts) have files that differ in values alone. The first two are written and validated as any
 * host is; with the second the shape's template is made (template-file.ts), which counts only where it gives that host's very bytes. The
 * next ones are filled in; every hundredth, and each that has a status which no host before it had for that rule, is written and validated as
 * any host beside it. So is a host with a value that is out of the ordinary, for which there is no template.
 */

/** What the hosts of one run have in common, kept from host to host. */
export interface Templates {
  /** The last used first. */
  readonly shapes: () => readonly Shape[];
  /** Finds the shape of a host, or begins one. Nothing where a value is out of the ordinary. */
  readonly take: (host: TemplateHost) => TakenHost | undefined;
  /** Takes back what files of hosts stood in, once nothing reads them any more, for the files of the next ones. */
  readonly reuse: (buffers: readonly ArrayBuffer[]) => void;
}

/** A host to be written. */
export interface TemplateHost {
  readonly checklist: Checklist;
  readonly names: readonly FormatName[];
  readonly options: WriteOptions;
}

export interface TakenHost {
  /** The host's files, where its shape has a template. */
  readonly filled: FilledIn | undefined;
  /** Is told of the host where it was written and validated as any. Throws `TemplateFault`. */
  readonly learn: (written: Written) => Promise<void>;
}

export const newTemplates = (): Templates => {
  let shapes: readonly Shape[] = [];
  let spare: readonly ArrayBuffer[] = [];
  const room: Room = (length) => {
    const found = spare.find(({ byteLength }) => byteLength >= length && byteLength < 2 * length + step);
    spare = spare.filter((one) => one !== found);
    return new Uint8Array(found ?? new ArrayBuffer(Math.ceil(length / step) * step), 0, length);
  };
  return {
    shapes: () => shapes,
    take: (host) => {
      if (!areOrdinary(host.checklist)) return undefined;
      const common = [host.names, host.options, withStandIns(host.checklist, 'open')];
      const shape = shapes.find((one) => isEqual(one.common, common)) ?? newShape(common);
      if (shape !== shapes[0]) shapes = [shape, ...shapes.filter((one) => one !== shape)].slice(0, mostShapes);
      const filled = fillIn(shape, host.checklist, room);
      return { filled, learn: (written) => learn(shape, host, written, filled) };
    },
    reuse: (buffers) => {
      spare = [...buffers, ...spare].slice(0, mostSpare);
    },
  };
};

export interface Shape {
  /** A checklist with stand-ins, with its formats and options: what all hosts of the shape have in common. */
  readonly common: unknown;
  /** Each rule with each status that files were validated with; nothing before the first host. */
  readonly proven: Set<string>;
  /** `none` where it would not give the bytes that the writers give. */
  template: Template | 'none' | undefined;
}

interface Template {
  readonly files: readonly TemplateFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** How many hosts were filled in. */
  count: number;
}

const hostsInCheck = 100;
/** More would take too much memory. */
const mostShapes = 16;
/** The files of a few hosts: what waits to be collected instead would be hundreds of them. */
const mostSpare = 24;
/** Rooms of few sizes fit the files of many hosts. */
const step = 1 << 14;

const newShape = (common: unknown): Shape => ({ common, proven: new Set(), template: undefined });

/** The files of a host that its shape's template gives, and what is reported of them. */
export interface FilledIn {
  readonly files: readonly HostFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** Why the host is to be written and validated as any, if it is. */
  readonly due: 'unproven' | 'hundredth' | undefined;
}

const fillIn = ({ template, proven }: Shape, checklist: Checklist, room: Room): FilledIn | undefined => {
  if (template === undefined || template === 'none') return undefined;
  template.count += 1;
  const isProven = statusesOf(checklist).every((one) => proven.has(one));
  const due = template.count % hostsInCheck === 0 ? 'hundredth' : undefined;
  const files = namedFiles(template.files, checklist, room);
  const cklb = files.find(({ format }) => format === 'cklb')?.fileName;
  return {
    files,
    diagnostics: template.diagnostics.map((d) => (isOfCklb(d) ? { ...d, place: { ...d.place, file: cklb } } : d)),
    due: isProven ? due : 'unproven',
  };
};

/** What a host's files are where they are written as any host's. */
export interface Written {
  readonly files: readonly HostFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** What validating them reported, which is among the diagnostics. */
  readonly faults: readonly Diagnostic[];
}

/**
 * Learns from a host that was written and validated as any: makes the template of its shape, or compares with it what was filled in.
 * Throws `TemplateFault` where these differ; there is no template of that shape any more then.
 */
const learn = async (
  shape: Shape,
  host: TemplateHost,
  written: Written,
  filled: FilledIn | undefined,
): Promise<void> => {
  if (filled !== undefined) {
    const isAsFilled = isEqual(written.diagnostics, filled.diagnostics);
    if (!isSame(written.files, filled.files) || (filled.due === 'hundredth' && !isAsFilled)) {
      shape.template = 'none';
      throw new TemplateFault();
    }
    if (!isAsFilled) return;
  } else if (!written.faults.every(isOfCklb)) return;
  else if (shape.proven.size > 0 && shape.template === undefined) {
    const files = await cutFiles(host);
    const isRight =
      files !== undefined &&
      isSame(
        written.files,
        namedFiles(files, host.checklist, (length) => new Uint8Array(length)),
      );
    shape.template = isRight ? { files, diagnostics: written.diagnostics, count: 0 } : 'none';
  }
  for (const one of ['', ...statusesOf(host.checklist)]) shape.proven.add(one);
};

/** A warning that differs in the file's name alone: no value moves a line of a CKLB. */
const isOfCklb = ({ severity, place }: Diagnostic): boolean =>
  severity === 'warning' && place.file?.endsWith('.cklb') === true;

/**
 * A template gave other bytes, or hides what validating reports: a bug. Its host is lost and the exit code says so, for the hosts
 * that were filled in before it may be wrong as well; the shape's next hosts are written without it.
 */
class TemplateFault extends Error {
  override readonly name = 'TemplateFault';
}

const statusesOf = ({ stigs }: Checklist): readonly string[] =>
  stigs.flatMap(({ reviews }) => reviews.flatMap((review, i) => (isJudged(review) ? [`${i} ${review.status}`] : [])));

const namedFiles = (files: readonly TemplateFile[], checklist: Checklist, room: Room): readonly HostFile[] => {
  const { plain, texts } = valuesOf(checklist);
  const named = fileNameParts(checklist.asset.hostName, checklist.stigs[0]?.benchmark);
  const filled = fillFiles(files, [...plain, ...texts, ...wordsOf(checklist).flat()], room);
  return files.flatMap(({ format }, i) => {
    const bytes = filled[i];
    return bytes === undefined ? [] : [{ format, fileName: fileName(named, format), bytes }];
  });
};

const cutFiles = async ({ checklist, names, options }: TemplateHost): Promise<readonly TemplateFile[] | undefined> => {
  const { plain, texts } = valuesOf(checklist);
  const firstWord = plain.length + texts.length;
  const places = { pattern: standInPattern, firstText: plain.length, firstWord };
  const [one, other] = [withStandIns(checklist, 'open'), withStandIns(checklist, 'not_a_finding')];
  const files: TemplateFile[] = [];
  for (const name of names) {
    const [first, second] = [await renderChecklist(name, one, options), await renderChecklist(name, other, options)];
    const words = [wordsOf(one), wordsOf(other)] as const;
    const file = cutFile(name, { ...places, texts: [first.text, second.text], words });
    if (file === undefined) return undefined;
    files.push(file);
  }
  return files;
};

const isSame = (some: readonly HostFile[], others: readonly HostFile[]): boolean =>
  some.length === others.length &&
  some.every(({ fileName: name, bytes }, i) => {
    const other = others[i];
    return name === other?.fileName && areSameBytes(bytes, other.bytes);
  });

/** Of plain data. */
const isEqual = (one: unknown, other: unknown): boolean => {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const [some, others] = [one, other] as Readonly<Record<string, unknown>>[];
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => isEqual(some?.[key], others?.[key]));
};
