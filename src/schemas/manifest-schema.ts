import validateManifestValue from './compiled/manifest.js';
import type { CompiledSchema } from './schema.js';

/** The compiled schemas/manifest.schema.json: apart from the other one, so that the page carries only what it validates. */
export const manifestSchema: CompiledSchema = validateManifestValue;
