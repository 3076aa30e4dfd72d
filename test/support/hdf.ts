import { loadClient } from './clients.js';

/** MITRE's converters, and what they show of a file. Loading them takes seconds: once for each test file. */
export interface ShownControl {
  readonly id: string;
  readonly status: string;
  readonly severity: string;
  readonly nist: readonly string[];
  readonly details: readonly string[];
  readonly descriptions: readonly { readonly label: string; readonly data: string }[];
}

export type Shown =
  | { readonly refused: string }
  | { readonly refused: undefined; readonly host: string | undefined; readonly controls: readonly ShownControl[] };

interface Hdf {
  readonly passthrough?: { readonly checklist?: { readonly asset?: { readonly hostname?: string } } };
}

interface Converters {
  readonly ChecklistResults: new (text: string) => { toHdf(): Hdf };
  readonly XCCDFResultsMapper: new (text: string) => { toHdf(): Hdf };
  readonly fingerprint: (file: { data: string; filename: string }) => string;
}

interface Evaluation {
  readonly contains: readonly {
    readonly data: { readonly parent_profile?: string };
    readonly contains: readonly {
      readonly data: {
        readonly id: string;
        readonly tags: { readonly nist: readonly string[] };
        readonly results: readonly { readonly code_desc: string }[];
        readonly descriptions: ShownControl['descriptions'];
      };
      readonly hdf: { readonly status: string; readonly severity: string };
    }[];
  }[];
}

interface Inspec {
  readonly contextualizeEvaluation: (hdf: Hdf) => Evaluation;
}

/** A function that says what Heimdall and SAF make of a file; undefined where the converters are not installed. */
export const loadHdf = (): ((format: 'ckl' | 'xccdf', text: string, file: string) => Shown) | undefined => {
  const converters = loadClient('hdfconv', '@mitre/hdf-converters') as Converters | undefined;
  const inspec = loadClient('hdfconv', 'inspecjs') as Inspec | undefined;
  if (converters === undefined || inspec === undefined) return undefined;
  const convert = {
    ckl: (text: string) => new converters.ChecklistResults(text).toHdf(),
    xccdf: (text: string) => new converters.XCCDFResultsMapper(text).toHdf(),
  };
  return (format, text, file) => {
    const taken = converters.fingerprint({ data: text, filename: file });
    if (taken !== { ckl: 'checklist', xccdf: 'xccdf' }[format]) return { refused: `taken for "${taken}"` };
    const silenced = silence();
    try {
      const hdf = JSON.parse(JSON.stringify(convert[format](text))) as Hdf;
      // Of a file with several STIGs each rule is there twice: in a profile for all and in one of its own.
      const roots = inspec
        .contextualizeEvaluation(hdf)
        .contains.filter(({ data }) => data.parent_profile === undefined);
      const controls = roots.flatMap((profile) =>
        profile.contains.map(({ data, hdf: { status, severity } }) => ({
          id: data.id,
          status,
          severity,
          nist: data.tags.nist,
          details: data.results.map((result) => result.code_desc),
          descriptions: data.descriptions,
        })),
      );
      return { refused: undefined, host: hdf.passthrough?.checklist?.asset?.hostname, controls };
    } catch (fault) {
      return { refused: String(fault).slice(0, 200) };
    } finally {
      silenced();
    }
  };
};

/** The converters print what their XML parser says; the answer is in the exception. */
const silence = (): (() => void) => {
  const { error, warn } = console;
  console.error = () => {};
  console.warn = () => {};
  return () => Object.assign(console, { error, warn });
};
