import type { SendConnector } from '../../model/connector.js';
import { knownValue } from '../../model/property.js';
import type { Truth } from '../../model/review.js';
import type { SiteWord } from '../../model/site-word.js';
import type { ConnectorNote } from '../connector-note.js';
import { covered, signoff } from '../deviation.js';
import type { Clause, Family, Judgement, Remedy } from '../rule.js';
import { and, is, isSet, or } from '../truth.js';

type Wanted = keyof SiteWord['maxSendSize'];

/** The sizes to compare with, each once: the global one as exports of Get-TransportConfig and the site have it, or the plan's. */
const sizesOf = ({ maxSendSize, transport }: SiteWord, wanted: Wanted): readonly string[] => [
  ...new Set([...(wanted === 'configured' ? (transport?.maxSendSizes ?? []) : []), maxSendSize[wanted] ?? []].flat()),
];

/** Equal to the byte; Unlimited equals Unlimited alone. Of sizes that contradict each other nobody knows which one it is. */
const equals = ({ maxMessageSize }: SendConnector, sizes: readonly string[]): Truth => {
  const [first = 'unknown', ...others] = sizes.map((size) => is(maxMessageSize, size));
  return and(isSet(maxMessageSize), others.every((other) => other === first) ? first : 'unknown');
};

const isNumeric = ({ maxMessageSize }: SendConnector): Truth =>
  maxMessageSize.state === 'unknown' ? 'unknown' : maxMessageSize.value === 'Unlimited' ? 'false' : 'true';

const coveredReading =
  'A size with signoff and risk acceptance in the EDSP is taken as met: the fix and the discussion allow it, not the check.';

const clause = (id: string, wanted: Wanted, excused: (c: SendConnector, site: SiteWord) => Truth): Clause => {
  const isEqual = (connector: SendConnector, site: SiteWord) => equals(connector, sizesOf(site, wanted));
  const what = sizeWords[wanted];
  return {
    id,
    properties: ['MaxMessageSize'],
    required: (site) =>
      `equal to ${[what, sizesOf(site, wanted).join(' and ')].filter((part) => part !== '').join(', ')}, or with signoff and risk acceptance in the EDSP`,
    holds: (connector, site) =>
      or(isEqual(connector, site), and(isSet(connector.maxMessageSize), excused(connector, site))),
    takes: [`${wanted}Size`, 'deviations', 'planReviewed'],
    asks: `${what}, or ${signoff('this size')}`,
    reading: (connector, site, truth) => {
      if (truth === 'true') return isEqual(connector, site) === 'true' ? undefined : coveredReading;
      return wanted === 'documented' && truth === 'false' && isNumeric(connector) === 'false'
        ? unlimitedReading
        : undefined;
    },
  };
};

const unlimitedReading =
  'The check compares a numeric size with that of the EDSP; Unlimited beside a size in the EDSP is taken as a finding too.';

const isCovered = (_: SendConnector, site: SiteWord): Truth => covered(site, 'MaxMessageSize');

const sizeWords: Readonly<Record<Wanted, string>> = {
  configured: 'the global MaxSendSize (Get-TransportConfig)',
  documented: 'the maximum message send size of the EDSP',
};

const connectorNotes: readonly ConnectorNote[] = [
  {
    code: 'above-global',
    kind: 'collision',
    text: 'The size is above the global MaxSendSize; only the signoff in the EDSP allows it.',
    applies: ({ maxMessageSize }, site) =>
      site.deviations.has('MaxMessageSize') &&
      sizesOf(site, 'configured').some((size) => isAbove(knownValue(maxMessageSize), size)),
  },
  {
    code: 'global-unlimited',
    kind: 'collision',
    text: 'The global MaxSendSize is Unlimited, which a rule of the Mailbox STIGs is about.',
    applies: (_, site) => sizesOf(site, 'configured').includes('Unlimited'),
  },
];

const bytesOf = (size: string): number =>
  size === 'Unlimited' ? Number.POSITIVE_INFINITY : Number(size.replace(/\D/g, ''));

const isAbove = (size: string | undefined, other: string): boolean =>
  size !== undefined && bytesOf(size) > bytesOf(other);

/** The one size that all of them are; of several nobody knows which one it is to be. */
const remedy =
  (...wanted: readonly Wanted[]) =>
  (_: SendConnector, site: SiteWord): Remedy => {
    const known = wanted.map((name) => sizesOf(site, name));
    const [size, ...others] = [...new Set(known.flat())];
    return size === undefined || others.length > 0 || known.some((sizes) => sizes.length === 0)
      ? { set: {}, needs: `one size for ${wanted.map((name) => sizeWords[name]).join(' and ')}` }
      : { set: { MaxMessageSize: size } };
  };

const both: Judgement = {
  clauses: [clause('same-as-global', 'configured', isCovered), clause('same-as-edsp', 'documented', isCovered)],
  connectorNotes,
  remedy: remedy('configured', 'documented'),
};

/** The check of 2010 compares with the global size alone, and excuses none but a numeric size; there it says so itself. */
const only2010: Judgement = {
  clauses: [
    {
      ...clause('same-as-global', 'configured', (connector, site) =>
        and(isNumeric(connector), isCovered(connector, site)),
      ),
      reading: undefined,
    },
  ],
  connectorNotes,
  remedy: remedy('configured'),
};

/** The connector's maximum message size is the global one, and the one that the site's plan documents. */
export const messageSize = {
  'EX19-ED-000115': both,
  'EX19-MB-000128': both,
  'EX16-ED-000240': both,
  'EX16-MB-000410': both,
  'EX13-EG-000120': both,
  'EX13-MB-000205': both,
  'Exch-2-757': only2010,
} as const satisfies Family;
