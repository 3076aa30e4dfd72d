import type { Value } from './facts.js';
import type { Random } from './random.js';

/** The ways in which an export is written that change nothing of what it says. */
export interface Common {
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'utf-16le-no-bom' | 'windows-1252';
  readonly eol: '\r\n' | '\n';
  readonly nameCase: 'as-is' | 'lower' | 'upper' | 'mixed';
  readonly booleans: 'True' | 'TRUE' | 'true' | '$true' | ' True ';
}

export interface CsvDialect extends Common {
  readonly format: 'csv';
  readonly delimiter: ',' | ';' | '\t' | '|';
  readonly quoting: 'all' | 'needed';
  readonly typeLine: boolean;
  readonly sepLine: boolean;
  readonly nulls: 'nothing' | 'quotes';
  readonly lists: ';' | '|' | 'type-name';
  /** Exports appended to one another: the header (and #TYPE) comes again before the second record. */
  readonly appended: boolean;
}

export interface JsonDialect extends Common {
  readonly format: 'json';
  /** `lines` and `objects`: one object after the other; `script`: in a member of an object that a script made. */
  readonly shape: 'array' | 'wrapper' | 'lines' | 'objects' | 'script';
  /** One connector is a bare object from ConvertTo-Json, an array from ConvertTo-Json -AsArray. */
  readonly bare: boolean;
  readonly space: 'wide' | 'two' | 'none';
  readonly texts: boolean;
  readonly enums: 'number' | 'pair' | 'word';
  readonly domains: 'text' | 'Domain' | 'Address';
  readonly identities: 'text' | 'object' | 'at';
  readonly lists: 'array' | 'text' | 'wrapper';
  readonly escaped: boolean;
}

export interface ClixmlDialect extends Common {
  readonly format: 'clixml';
  readonly sets: 'Props' | 'MS' | 'both';
  readonly types: 'reference' | 'own' | 'none';
  readonly prefix: '' | 'ps:';
  readonly declaration: boolean;
  readonly marker: boolean;
  readonly nulls: 'Nil' | 'empty';
  readonly enums: 'object' | 'word';
  readonly texts: boolean;
  readonly references: boolean;
  readonly whole: boolean;
  readonly indented: boolean;
}

/** What stands around genuine output, and says nothing of it. */
export const honestNoise = ['none', 'headings', 'title', 'transcript', 'notice', 'colours', 'group'] as const;
/** What mails, web pages and other commands make of it: read, and no pass. */
export const doubtfulNoise = ['double-spaced', 'no-break', 'quoted', 'unpadded', 'warning', 'other-cmdlet'] as const;

export interface ListDialect extends Common {
  readonly format: 'list';
  readonly version: 5 | 7;
  readonly width: number;
  readonly prompt: boolean;
  readonly noise: (typeof honestNoise)[number] | (typeof doubtfulNoise)[number];
  /** An editor took the spaces at the lines' ends. */
  readonly stripped: boolean;
}

export type Dialect = CsvDialect | JsonDialect | ClixmlDialect | ListDialect;
export type Format = Dialect['format'];

/** What a renderer writes: names in order, and for each record its cells. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Cell {
  readonly name: string;
  readonly value: Value;
}

export const randomDialect = (random: Random, format?: Format): Dialect => {
  const common: Common = {
    encoding: random.pick(['utf-8', 'utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'utf-16le-no-bom', 'windows-1252']),
    eol: random.pick(['\r\n', '\r\n', '\n']),
    nameCase: random.pick(['as-is', 'as-is', 'as-is', 'lower', 'upper', 'mixed']),
    booleans: random.pick(['True', 'True', 'TRUE', 'true', '$true', ' True ']),
  };
  switch (format ?? random.pick(['csv', 'json', 'clixml', 'list'])) {
    case 'csv':
      return {
        ...common,
        format: 'csv',
        delimiter: random.pick([',', ',', ';', '\t', '|']),
        quoting: random.pick(['all', 'needed']),
        typeLine: random.chance(0.4),
        sepLine: random.chance(0.2),
        nulls: random.pick(['nothing', 'quotes']),
        lists: random.pick([';', '|', 'type-name']),
        appended: random.chance(0.15),
      };
    case 'json':
      return {
        ...common,
        format: 'json',
        shape: random.pick(['array', 'array', 'array', 'wrapper', 'lines', 'objects', 'script']),
        bare: random.chance(0.7),
        space: random.pick(['wide', 'two', 'none']),
        texts: random.chance(0.2),
        enums: random.pick(['number', 'pair', 'word']),
        domains: random.pick(['text', 'Domain', 'Address']),
        identities: random.pick(['text', 'object', 'at']),
        lists: random.pick(['array', 'text', 'wrapper']),
        escaped: random.chance(0.4),
      };
    case 'clixml':
      return {
        ...common,
        format: 'clixml',
        sets: random.pick(['Props', 'Props', 'MS', 'both']),
        types: random.pick(['reference', 'own', 'none']),
        prefix: random.pick(['', '', '', 'ps:']),
        declaration: random.chance(0.1),
        marker: random.chance(0.1),
        nulls: random.pick(['Nil', 'empty']),
        enums: random.pick(['object', 'word']),
        texts: random.chance(0.2),
        references: random.chance(0.5),
        whole: random.chance(0.15),
        indented: random.chance(0.8),
      };
    case 'list': {
      const noise = random.chance(0.5)
        ? 'none'
        : random.chance(0.7)
          ? random.pick(honestNoise)
          : random.pick(doubtfulNoise);
      const isFlat = (doubtfulNoise as readonly string[]).includes(noise);
      return {
        ...common,
        format: 'list',
        version: random.pick([5, 7]),
        width: isFlat ? 4000 : random.pick([60, 80, 120, 4000]),
        prompt: random.chance(0.2),
        noise,
        stripped: random.chance(0.2),
      };
    }
  }
};

/** What evidence in a dialect is worth where nothing happened to it; undefined where the grammars leave it open. */
export const strengthOf = (dialect: Dialect): 'whole' | 'doubtful' | undefined => {
  if (dialect.encoding === 'utf-16le-no-bom') return undefined;
  switch (dialect.format) {
    case 'csv':
      return 'whole';
    case 'json':
      return dialect.shape === 'script' ? 'doubtful' : 'whole';
    case 'clixml':
      return dialect.prefix === '' && dialect.sets !== 'both' && !dialect.declaration ? 'whole' : undefined;
    case 'list':
      return (doubtfulNoise as readonly string[]).includes(dialect.noise) ? 'doubtful' : 'whole';
  }
};

/** PowerShell's names have no case, and exports show several. */
export const nameIn = (nameCase: Common['nameCase'], name: string): string => {
  if (nameCase === 'lower') return name.toLowerCase();
  if (nameCase === 'upper') return name.toUpperCase();
  return nameCase === 'mixed'
    ? name.replace(/DNS|TLS|Tls/g, (part) => (part === 'Tls' ? 'TLS' : part.charAt(0) + part.slice(1).toLowerCase()))
    : name;
};

/** A Boolean as a dialect that has only text writes it. */
export const wordOf = (style: Common['booleans'], value: boolean): string => {
  const word = value ? 'true' : 'false';
  if (style === 'true') return word;
  if (style === 'TRUE') return word.toUpperCase();
  if (style === '$true') return `$${word}`;
  const capital = value ? 'True' : 'False';
  return style === 'True' ? capital : ` ${capital} `;
};
