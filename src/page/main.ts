import { serveTasks } from './runner.js';
import { showPage } from './views/page.js';

/** The page and its worker are one script, so that one hash covers both. */
if (typeof document === 'undefined') serveTasks();
else showPage(document.currentScript?.textContent ?? '');
