import type { FileKind } from './classify.js';
import type { PageFile } from './page-file.js';

/** What a file is taken as; `unused` is said, with why. */
export type FileUse = 'export' | 'benchmark' | 'checklist' | 'site' | 'unused';

/** Of these there is at most one. */
const single: readonly FileUse[] = ['benchmark', 'checklist', 'site'];

export interface DroppedFile extends PageFile {
  readonly kind: FileKind;
  readonly use: FileUse;
}

/** In an order that does not depend on how a browser hands files over, as it decides on what is written. */
const byPath = (a: PageFile, b: PageFile): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

/**
 * Adds files to those that are there; one of the same path takes the place of the old one. Where several benchmarks,
 * several checklists to fill in, or several site files are there, none of the added ones is used: which one is meant cannot be known.
 */
export const addFiles = (
  there: readonly DroppedFile[],
  added: readonly (PageFile & { readonly kind: FileKind })[],
): readonly DroppedFile[] => {
  const paths = new Set(added.map(({ path }) => path));
  const kept = there.filter(({ path }) => !paths.has(path));
  const several = (kind: FileKind, use: FileUse) =>
    added.filter((file) => file.kind === kind).length > 1 || kept.some((file) => file.use === use);
  const isAmbiguous = {
    benchmark: several('benchmark', 'benchmark'),
    checklist: several('checklist', 'checklist'),
    site: several('site', 'site'),
  };
  const useOf = (kind: FileKind): FileUse => {
    if (kind === 'export') return 'export';
    // A result cannot be filled in; one that is dropped alone is taken as what it was dropped for, and refused by name.
    if (kind === 'results') return added.length === 1 && kept.length === 0 ? 'export' : 'unused';
    return isAmbiguous[kind] ? 'unused' : kind;
  };
  return [...kept, ...added.map((file) => ({ ...file, use: useOf(file.kind) }))].sort(byPath);
};

/** Takes one file as something else. There is at most one benchmark, one checklist to fill in and one site file: the last that was chosen. */
export const useFile = (files: readonly DroppedFile[], path: string, use: FileUse): readonly DroppedFile[] =>
  files.map((file) => {
    if (file.path === path) return { ...file, use };
    return file.use === use && single.includes(use) ? { ...file, use: 'unused' } : file;
  });

/** The files of one use. */
export const filesUsedAs = (files: readonly DroppedFile[], use: FileUse): readonly DroppedFile[] =>
  files.filter((file) => file.use === use);
