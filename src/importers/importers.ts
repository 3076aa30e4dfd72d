import type { ImporterModel } from '../documents/document.js';
import { mitre } from './mitre.js';
import { openscap } from './openscap.js';
import { byItsParser } from './stig-manager/by-its-parser.js';
import { stigManager } from './stig-manager.js';
import { stigViewer } from './stig-viewer.js';

/** The programs whose reading is predicted, in the order in which they are shown. */
export const importerModels: readonly ImporterModel[] = [stigManager(byItsParser), mitre, openscap, stigViewer];
