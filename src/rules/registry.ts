import type { RuleModule } from './rule.js';
import { v259594 } from './v-259594.js';

/** Every rule that this program can judge. */
export const rules: readonly RuleModule[] = [v259594];
