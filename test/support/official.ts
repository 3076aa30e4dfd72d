import { readFileSync } from 'node:fs';
import { Ajv2019, type ErrorObject } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { sharedFile } from './shared.js';

/** The official schemas, by their place in the reference material. */
export const officialSchemas = {
  ckl: 'data/schemas/U_Checklist_Schema_V2-5.xsd',
  xccdf: 'data/schemas/xccdf/1.2/xccdf_1.2.xsd',
  cklb: 'data/schemas/SV3_CKLB_1_0_JSON_SCHEMA.json',
} as const;

export interface OfficialFault {
  readonly line: number;
  readonly message: string;
}

/** What libxml2 says of a text by an official XSD; a text that is not well-formed has one fault. */
export const officialXsd = (format: 'ckl' | 'xccdf'): ((text: string) => readonly OfficialFault[]) => {
  xmlRegisterFsInputProviders();
  const schema = sharedFile(officialSchemas[format]);
  const validator = XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(schema), { url: schema.pathname }));
  return (text) => {
    let document: XmlDocument | undefined;
    try {
      document = XmlDocument.fromString(text);
      validator.validate(document);
      return [];
    } catch (error) {
      if (document === undefined || !(error instanceof XmlValidateError)) return [{ line: 0, message: String(error) }];
      return error.details.map(({ line = 0, message }) => ({ line, message: message.trim() }));
    } finally {
      document?.dispose();
    }
  };
};

/** What DISA's JSON Schema says of a CKLB. */
export const officialCklb = (): ((value: unknown) => readonly ErrorObject[]) => {
  const ajv = new Ajv2019({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(sharedFile(officialSchemas.cklb), 'utf8')));
  return (value) => (validate(value) ? [] : [...(validate.errors ?? [])]);
};
