import type { CompiledSchema } from '../../schemas/schema.js';

declare const validate: CompiledSchema;
export default validate;
