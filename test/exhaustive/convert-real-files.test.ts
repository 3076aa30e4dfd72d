import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { convertChecklist } from '../../src/checklist/convert.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { type ReadFile, readChecklist } from '../../src/formats/read-checklist.js';
import type { Checklist } from '../../src/model/checklist.js';
import { type FormatName, formatNames } from '../../src/model/format-names.js';
import { testTool } from '../support/checklists.js';
import { parseWithLibxml2 } from '../support/libxml2.js';
import { officialSchemas, officialXsd } from '../support/official.js';
import { lacksShared, sharedFile } from '../support/shared.js';

/** What is said of a file when it is read, and what each format cannot carry of it: `code property`. */
interface Expected {
  readonly counts: string;
  readonly read: readonly string[];
  readonly lost: Partial<Record<FormatName, readonly string[]>>;
}

const managerIds = [
  'reading-id-not-carried STIGUuid',
  'reading-id-not-carried createdAt',
  'reading-id-not-carried mode',
  'reading-id-not-carried updatedAt',
];
const ownIds = ['id id', 'id rule uuid', 'id title'];
const ofCklInCklb = ['STIG description', 'STIG noticeId', 'asset marking'];
const ofResults = ['STIG status', 'STIG statusDate', 'assessedAt', 'rule assessedAt'];

const expected: Readonly<Record<string, Expected>> = {
  'checklists/all-possible-results.cklb': {
    // Four times one rule: the worst of its reviews is kept.
    counts: '1 0 0 0',
    read: [...managerIds, 'reading-id-not-carried rule_id', 'reading-rule-twice SV-257777r925317_rule'],
    lost: {
      ckl: [...ownIds, 'id STIG ruleCount'],
      xccdf: [...ownIds, 'id STIG ruleCount', 'STIG targetKey', 'asset assetType', 'asset comment'],
    },
  },
  'checklists/heimdall-rhel7-overrides.ckl': {
    counts: '3 1 0 0',
    read: ['reading-host-empty HOST_NAME', 'reading-not-carried customname'],
    lost: {
      cklb: [...ofCklInCklb, 'STIG source'],
      xccdf: ['asset marking', 'rule severityOverride justification', 'rule thirdPartyTools'],
    },
  },
  'checklists/stig-manager-two-stigs.ckl': {
    counts: '2 24 1 3',
    read: [],
    lost: {
      cklb: [...ofCklInCklb, 'STIG filename'],
      xccdf: ['STIG targetKey', 'asset assetType', 'asset marking'],
    },
  },
  'checklists/stig-manager-two-stigs.cklb': {
    counts: '2 24 1 3',
    read: managerIds,
    lost: {
      // Its title is empty.
      ckl: ['STIG targetKey', 'id id', 'id rule uuid'],
      xccdf: ['STIG targetKey', 'asset assetType', 'id id', 'id rule uuid'],
    },
  },
  'checklists/stig-manager-vpn.ckl': {
    counts: '2 4 1 3',
    read: [],
    lost: {
      cklb: [...ofCklInCklb, 'STIG filename'],
      xccdf: ['STIG targetKey', 'asset assetType', 'asset marking'],
    },
  },
  'checklists/stig-manager-vpn.cklb': {
    counts: '2 4 1 3',
    read: managerIds,
    lost: { ckl: ownIds, xccdf: [...ownIds, 'STIG targetKey', 'asset assetType'] },
  },
  'checklists/stig-viewer-2.17-overrides.ckl': {
    counts: '4 4 1 2',
    read: ['reading-host-empty HOST_NAME', 'reading-id-not-carried STIG_UUID'],
    lost: {
      cklb: [...ofCklInCklb, 'STIG filename', 'STIG source'],
      xccdf: ['asset marking', 'rule severityOverride justification', 'rule thirdPartyTools'],
    },
  },
  'checklists/stig-viewer-2.17-several-addresses.ckl': {
    counts: '0 3 0 0',
    read: ['reading-id-not-carried STIG_UUID'],
    lost: {
      cklb: [...ofCklInCklb, 'STIG filename', 'STIG source'],
      xccdf: ['asset marking', 'asset role', 'asset techArea'],
    },
  },
  'checklists/stig-viewer-3-trimmed.cklb': {
    counts: '0 1 0 0',
    read: [],
    lost: {
      ckl: [...ownIds, 'id STIG ruleCount', 'rule checkContentRefHref'],
      xccdf: [...ownIds, 'id STIG ruleCount', 'asset assetType', 'asset techArea'],
    },
  },
  'xccdf-results/all-possible-results-xccdf.xml': {
    // Eight results for one rule: the worst is kept.
    counts: '1 0 0 0',
    read: [
      'benchmark-text-missing ',
      'benchmark-text-missing ',
      'reading-id-not-carried test-system',
      'reading-id-not-carried version',
      'reading-not-carried score',
      'reading-rule-twice SV-2',
      ...Array<string>(4).fill('reading-status-mapped rule-result'),
    ],
    lost: { ckl: ofResults, cklb: [...ofResults, 'STIG description'] },
  },
  'xccdf-results/evaluate-stig-1.2407-trimmed.xml': {
    counts: '1 0 0 4',
    read: [
      'reading-group-derived rule-result',
      'reading-host-differs target',
      'reading-id-not-carried resultEngine',
      'reading-id-not-carried start-time',
      'reading-id-not-carried test-system',
      'reading-not-carried organization',
      'reading-not-carried overrides authority',
      'reading-not-carried overrides newResult',
      'reading-not-carried overrides oldResult',
      'reading-not-carried score',
      'reading-rule-without-text rule-result',
    ],
    lost: {
      ckl: [...ofResults, 'STIG publisher', 'STIG referenceHref', 'rule checkSystem', 'rule fixId'],
      cklb: [
        ...ofResults,
        ...[
          'STIG description',
          'STIG publisher',
          'STIG referenceHref',
          'STIG source',
          'rule checkSystem',
          'rule fixId',
        ],
      ],
    },
  },
  'xccdf-results/stig-manager-vpn.xml': {
    counts: '2 4 1 3',
    read: [
      'benchmark-text-missing ',
      'benchmark-text-missing ',
      'reading-host-differs target',
      'reading-id-not-carried test-system',
      'reading-id-not-carried version',
      'reading-not-carried score',
      'reading-status-mapped rule-result',
    ],
    lost: { ckl: ofResults, cklb: [...ofResults, 'STIG description'] },
  },
};

const lacking = lacksShared('data/checklists') || Object.values(officialSchemas).some((path) => lacksShared(path));

const read = (path: string): ReadFile & { readonly diagnostics: readonly Diagnostic[] } => {
  const found = readChecklist(readFileSync(sharedFile(`data/${path}`)), path);
  if (!found.ok) throw new Error(JSON.stringify(found.diagnostics));
  return { ...found.value, diagnostics: found.diagnostics };
};

const convert = async (checklist: Checklist, from: FormatName, to: FormatName, stigIndex?: number) => {
  const converted = await convertChecklist({
    checklist,
    from,
    to,
    write: { tool: testTool, cklbStrict: false, stigIndex },
    time: { value: '2026-01-31T12:00:00Z', given: false },
  });
  if (!converted.ok) throw new Error(JSON.stringify(converted.diagnostics));
  return { text: converted.value.file.text, diagnostics: converted.diagnostics };
};

const readText = (text: string): Checklist => {
  const found = readChecklist(new TextEncoder().encode(text), 'f');
  if (!found.ok) throw new Error(JSON.stringify(found.diagnostics));
  return found.value.checklist;
};

/** What must survive every conversion. */
const answers = (checklist: Pick<Checklist, 'stigs'>) =>
  checklist.stigs.map(({ benchmark, reviews }) => ({
    id: benchmark.id,
    reviews: reviews.map(({ rule, status, findingDetails, comments, severityOverride }) => ({
      rule: [rule.groupId, rule.ruleId],
      texts: [status, findingDetails, comments],
      override: severityOverride?.severity,
    })),
  }));

const countsOf = (checklist: Checklist): string =>
  ['open', 'not_reviewed', 'not_applicable', 'not_a_finding']
    .map((status) => checklist.stigs.flatMap(({ reviews }) => reviews).filter((r) => r.status === status).length)
    .join(' ');

describe.skipIf(lacking)('files of other programs', () => {
  test('every file is here', () => {
    const files = ['checklists', 'xccdf-results'].flatMap((folder) =>
      readdirSync(sharedFile(`data/${folder}`))
        .filter((name) => /\.(ckl|cklb|xml)$/.test(name))
        .map((name) => `${folder}/${name}`),
    );
    expect(files.toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  describe.each(Object.entries(expected))('%s', (path, { counts, read: said, lost }) => {
    let source: ReturnType<typeof read>;
    beforeAll(() => {
      source = read(path);
    });

    test('is read, and what is left behind is said', () => {
      expect(countsOf(source.checklist)).toBe(counts);
      expect(source.diagnostics.map(({ code, place }) => `${code} ${place.property ?? ''}`).toSorted()).toEqual(
        said.toSorted(),
      );
      for (const { place, code } of source.diagnostics) expect([code, place.line ?? 0]).not.toEqual([code, 0]);
    });

    test.each(formatNames)('goes to %s and back with the same answers', async (to) => {
      const { format, checklist } = source;
      if (to === format) return;
      for (const [i, stig] of (to === 'xccdf' ? checklist.stigs : checklist.stigs.slice(0, 1)).entries()) {
        const whole = to === 'xccdf' ? { ...checklist, stigs: [stig] } : checklist;
        const there = await convert(checklist, format, to, i);
        expect(answers(readText(there.text))).toEqual(answers(whole));
        const back = await convert(readText(there.text), to, format, 0);
        expect(answers(readText(back.text))).toEqual(answers(whole));
        if (i > 0) continue;
        const losses = there.diagnostics.flatMap(({ code, place }) => {
          const [, kind] = /^convert-(id-)?not-carried$/.exec(code) ?? [undefined, ''];
          return code.endsWith('not-carried') ? [`${kind === undefined ? '' : 'id '}${place.property}`] : [];
        });
        expect(losses.toSorted()).toEqual((lost[to] ?? []).toSorted());
        const others = there.diagnostics.filter(
          ({ code }) => !code.endsWith('not-carried') && code !== 'convert-importers-object',
        );
        expect(others.map(({ code }) => code)).toEqual(
          to === 'xccdf' && format !== 'xccdf' ? ['convert-time-unknown'] : [],
        );
      }
    });

    test('is valid by the official schema as CKL and XCCDF', async () => {
      const { format, checklist } = source;
      for (const to of ['ckl', 'xccdf'] as const) {
        const { text } = await convert(checklist, format, to, 0);
        expect(officialXsd(to)(text)).toEqual([]);
      }
    });
  });

  test('Evaluate-STIG: what the answer file says becomes the comment, and no text is lost', () => {
    const path = 'xccdf-results/evaluate-stig-1.2407-trimmed.xml';
    const document = parseWithLibxml2(readFileSync(sharedFile(`data/${path}`), 'utf8'));
    const texts = document.find('//*[local-name()="message"]').map((node) => node.content);
    document.dispose();
    const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();
    const { reviews = [] } = read(path).checklist.stigs[0] ?? {};
    expect(reviews.map((r) => squeezed(`${r.findingDetails} ${r.comments}`))).toEqual(texts.map(squeezed));
    expect(reviews[0]?.comments).toMatch(/^Evaluate-STIG Answer File/);
    expect(reviews[0]?.findingDetails).not.toContain('Answer File');
    expect(reviews[1]?.comments).toBe('');
  });

  test('what is not well-formed is refused', () => {
    const path = 'checklists/refused/all-possible-results.not-well-formed.ckl';
    const found = readChecklist(readFileSync(sharedFile(`data/${path}`)), path);
    expect(found.ok).toBe(false);
    expect(found.diagnostics.map(({ code, severity }) => [code.startsWith('xml-'), severity])).toEqual([
      [true, 'error'],
    ]);
  });
});
