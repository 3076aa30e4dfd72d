import type { ImporterModel } from '../documents/document.js';
import { mitre } from './mitre.js';
import { openscap } from './openscap.js';
import { fromTree } from './stig-manager/from-tree.js';
import { stigManager } from './stig-manager.js';
import { stigViewer } from './stig-viewer.js';

/** The same models for files that this program has just written: they need no other parser. */
export const modelsForOwnFiles: readonly ImporterModel[] = [stigManager(fromTree), mitre, openscap, stigViewer];
