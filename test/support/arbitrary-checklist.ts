import fc from 'fast-check';
import type { RuleSeverity } from '../../src/model/benchmark.js';
import type { Asset, Checklist, ChecklistStig, ReviewedRule } from '../../src/model/checklist.js';
import { cklTechnologyAreas } from '../../src/model/ckl-technology-areas.js';
import { toXmlText } from '../../src/text/xml-characters.js';
import { hostileTexts } from './checklists.js';

/** Any text that every format can carry; white space alone is none. */
const text = fc
  .oneof(fc.constantFrom('', ...hostileTexts), fc.string({ unit: 'binary', maxLength: 40 }))
  .map((whole) => (whole.trim() === '' ? '' : toXmlText(whole).text));

/** A name: a text of one line without white space at its ends. */
const name = text.map((whole) => whole.replace(/\s+/g, ' ').trim());
const someName = name.map((whole) => whole || 'x');
const uuid = fc.uuid({ version: 5 });
const severity = fc.constantFrom<RuleSeverity>('high', 'medium', 'low', 'unknown');
const status = fc.constantFrom('open', 'not_reviewed', 'not_applicable', 'not_a_finding');
const words = fc.array(someName, { maxLength: 3 });
const time = fc.constantFrom('2026-01-31T12:00:00Z', '2025-12-31T23:59:59.5Z');

/** What XCCDF allows for an id that gets no prefix; what becomes of others is tested in foreign-ids.test.ts. */
const fixId = fc.constantFrom('', 'F-1r1_fix', '_1.x', 'é-ü');

/** The severities that a format has a word for. */
const override = (known: fc.Arbitrary<RuleSeverity>) =>
  fc.option(fc.record({ severity: known, justification: text }), { nil: undefined });

const review = (number: number): fc.Arbitrary<ReviewedRule> =>
  fc.record({
    rule: fc.record({
      groupId: fc.constant(`V-${number}`),
      groupTitle: name,
      ruleId: fc.constant(`SV-${number}r1_rule`),
      stigId: name,
      title: someName,
      severity,
      weight: fc.constantFrom('10.0', '1.0', '0.5'),
      discussion: text,
      falsePositives: text,
      falseNegatives: text,
      documentable: fc.constantFrom('', 'true', 'false'),
      mitigations: text,
      severityOverrideGuidance: text,
      potentialImpacts: text,
      thirdPartyTools: text,
      mitigationControl: text,
      responsibility: text,
      iaControls: text,
      checkSystem: name,
      checkContentRefName: name,
      checkContentRefHref: name,
      checkContent: text,
      fixId,
      fixText: text,
      ccis: words,
      legacyIds: words,
      reference: fc.record({ title: text, publisher: text, type: text, subject: text, identifier: name }),
    }),
    uuid,
    status,
    findingDetails: text,
    comments: text,
    severityOverride: override(fc.constantFrom('high', 'medium', 'low')),
    assessedAt: fc.option(time, { nil: undefined }),
    classification: fc.constantFrom(undefined, 'CUI'),
  });

const stig = (number: number): fc.Arbitrary<ChecklistStig> =>
  fc.record({
    uuid,
    benchmark: fc.record({
      id: fc.constantFrom(`Test_${number}_STIG`, `test.${number}`),
      title: someName,
      description: text,
      status: fc.constantFrom('accepted', 'draft'),
      statusDate: fc.constantFrom('', '2024-12-06'),
      version: fc.constantFrom('1', '2'),
      releaseInfo: fc.constantFrom('Release: 2 Benchmark Date: 30 Jan 2025', ''),
      noticeId: fc.constantFrom('', 'terms-of-use'),
      notice: text,
      source: name,
      publisher: name,
      referenceHref: fc.constantFrom('', 'https://stig.example.mil'),
      targetKey: name,
      filename: fc.constantFrom('', 'U_Test_Manual-xccdf.xml'),
      ruleCount: fc.integer({ min: 3, max: 70 }),
    }),
    reviews: fc
      .integer({ min: 1, max: 3 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => review(number * 10 + i)))),
    classification: fc.constantFrom(undefined, 'FOUO'),
  });

const address = fc.constantFrom('192.0.2.1', '198.51.100.7', '2001:db8::25');
const mac = fc.constantFrom('00:00:5E:00:53:01', '00:00:5E:00:53:02');

const asset: fc.Arbitrary<Asset> = fc.record({
  hostName: someName,
  fqdn: fc.constantFrom('', 'edge01.example.mil'),
  ipAddresses: fc.uniqueArray(address),
  macAddresses: fc.uniqueArray(mac),
  role: fc.constantFrom('None', 'Workstation', 'Member Server', 'Domain Controller'),
  assetType: fc.constantFrom('Computing', 'Non-Computing'),
  marking: name,
  techArea: fc.constantFrom('', ...cklTechnologyAreas),
  comment: text,
  webOrDatabase: fc.boolean(),
  webDbSite: name,
  webDbInstance: name,
});

/** Any checklist of as many STIGs: what a reader of any format could have found. */
export const checklistOf = (stigs: number): fc.Arbitrary<Checklist> =>
  fc.record({
    id: uuid,
    title: someName,
    asset,
    stigs: fc.tuple(...Array.from({ length: stigs }, (_, i) => stig(i + 1))),
    assessedAt: time,
  });
