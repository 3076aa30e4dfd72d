import validateSiteValue from './compiled/site.js';
import type { CompiledSchema } from './schema.js';

/** The compiled schemas/site.schema.json: apart from the others, so that the page carries only what it validates. */
export const siteSchema: CompiledSchema = validateSiteValue;
