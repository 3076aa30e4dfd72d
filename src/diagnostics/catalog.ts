import type { AllOf } from './all-of.js';
import * as rooms from './messages/rooms.js';

export type Catalog = AllOf<(typeof rooms)[keyof typeof rooms]>;

export type DiagnosticCode = keyof Catalog;

/**
 * Every diagnostic of this program: its code, its severity and its English. The place is put in front by `diagnosticLine`.
 * Without a prototype it is a dictionary at once; V8 would make a hidden class for each of the codes that an object gets.
 */
export const catalog: Catalog = Object.assign(Object.create(null), ...Object.values(rooms));
