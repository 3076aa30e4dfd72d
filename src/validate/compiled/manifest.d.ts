import type { CompiledSchema } from '../schema.js';

declare const validate: CompiledSchema;
export default validate;
