import { v259594 } from './domain-security/v-259594.js';
import type { RuleModule } from './rule.js';

/** Every rule that this program can judge. */
export const rules: readonly RuleModule[] = [v259594];
