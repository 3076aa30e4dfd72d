import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DescriptionFields, fromDescription } from '../../src/benchmark/description-fields.js';

/** The fields that are not empty, and the faults as words. */
const read = (text: string) => {
  const { fields, faults } = fromDescription(text);
  return {
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')),
    faults: faults.map(({ code, text: of }) => `${code} ${of}`),
  };
};

const inOrder: readonly (readonly [string, keyof DescriptionFields])[] = [
  ['VulnDiscussion', 'discussion'],
  ['FalsePositives', 'falsePositives'],
  ['FalseNegatives', 'falseNegatives'],
  ['Documentable', 'documentable'],
  ['Mitigations', 'mitigations'],
  ['SeverityOverrideGuidance', 'severityOverrideGuidance'],
  ['PotentialImpacts', 'potentialImpacts'],
  ['ThirdPartyTools', 'thirdPartyTools'],
  ['MitigationControl', 'mitigationControl'],
  ['Responsibility', 'responsibility'],
  ['IAControls', 'iaControls'],
];

describe('fromDescription', () => {
  it('takes every field for what it is', () => {
    const { fields, faults } = fromDescription(inOrder.map(([tag]) => `<${tag}>the ${tag}</${tag}>`).join(''));
    expect(faults).toEqual([]);
    expect(fields).toEqual(Object.fromEntries(inOrder.map(([tag, field]) => [field, `the ${tag}`])));
  });

  it.each([
    ['no field at all', 'Plain <b>words</b> & more', { discussion: 'Plain <b>words</b> & more', faults: [] }],
    ['nothing', '', { faults: [] }],
    [
      'white space, kept inside and dropped between',
      '\n<VulnDiscussion> a\n\n b \n</VulnDiscussion>\n \t<Mitigations>\n</Mitigations> ',
      { discussion: ' a\n\n b \n', mitigations: '\n', faults: [] },
    ],
    [
      'what looks like tags, inside',
      '<VulnDiscussion>if a < b && <IdentityName> &lt; </b> <Documentable> or <Documentable>x</Documentable></VulnDiscussion><Documentable>true</Documentable>',
      {
        discussion: 'if a < b && <IdentityName> &lt; </b> <Documentable> or <Documentable>x</Documentable>',
        documentable: 'true',
        faults: [],
      },
    ],
    [
      'an empty tag',
      '<VulnDiscussion>a</VulnDiscussion><Mitigations/><Responsibility />',
      { discussion: 'a', faults: [] },
    ],
    [
      'text outside',
      'before <VulnDiscussion>a</VulnDiscussion> between <Other>x</Other> <Documentable>false</Documentable> after',
      {
        discussion: 'a\n\nbefore \n\n between <Other>x</Other> \n\n after',
        documentable: 'false',
        faults: ['description-text-outside before between <Other>x</Other> after'],
      },
    ],
    [
      'a field twice',
      '<VulnDiscussion>a</VulnDiscussion><VulnDiscussion>b</VulnDiscussion><Mitigations>m</Mitigations><Mitigations></Mitigations>',
      {
        discussion: 'a\n\nb',
        mitigations: 'm',
        faults: ['description-field-twice VulnDiscussion', 'description-field-twice Mitigations'],
      },
    ],
    [
      'one field under two names',
      '<SecurityOverrideGuidance>a</SecurityOverrideGuidance>',
      { severityOverrideGuidance: 'a', faults: [] },
    ],
    [
      'a field not closed, before another',
      '<VulnDiscussion>a < b <Mitigations>m</Mitigations>',
      { discussion: 'a < b ', mitigations: 'm', faults: ['description-field-unclosed VulnDiscussion'] },
    ],
    [
      'a field not closed, at the end',
      '<Mitigations>m</Mitigations><IAControls>DCBP',
      { mitigations: 'm', iaControls: 'DCBP', faults: ['description-field-unclosed IAControls'] },
    ],
    [
      'an end tag too many',
      '<VulnDiscussion>a</VulnDiscussion> b</VulnDiscussion>',
      {
        discussion: 'a\n\n b</VulnDiscussion>',
        faults: ['description-text-outside b</VulnDiscussion>'],
      },
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('loses no character, whatever the order of tags and texts', () => {
    const tag = fc.constantFrom(...inOrder.flatMap(([name]) => [`<${name}>`, `</${name}>`]), '<x>', '</', '<', '&lt;');
    const words = fc.constantFrom('a', 'b c', ' ', '\n', 'é');
    fc.assert(
      fc.property(fc.array(fc.oneof(tag, words), { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const letters = (value: string) => [...value].filter((c) => /[abcé&;]/.test(c)).toSorted();
        const plain = inOrder.reduce((rest, [name]) => rest.replaceAll(new RegExp(`</?${name}>`, 'g'), ''), text);
        const kept = Object.values(fromDescription(text).fields).join('');
        const keptPlain = inOrder.reduce((rest, [name]) => rest.replaceAll(new RegExp(`</?${name}>`, 'g'), ''), kept);
        expect(letters(keptPlain)).toEqual(letters(plain));
      }),
    );
  });

  it('does not search for the same missing end tag again and again', () => {
    const { fields, faults } = fromDescription('<VulnDiscussion>a'.repeat(200_000));
    expect(faults.map(({ code }) => code)).toEqual(['description-field-unclosed', 'description-field-twice']);
    expect(fields.discussion.replaceAll('\n\n', '')).toBe('a'.repeat(200_000));
  });
});
