import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encodeAs } from '../../src/bytes/exact.js';
import { hereBefore } from '../../src/checklist/earlier-details.js';
import { fillIn } from '../../src/checklist/fill-in.js';
import { openForFilling } from '../../src/checklist/open-for-filling.js';
import { toXccdf } from '../../src/formats/xccdf/write.js';
import { argsOf } from '../support/args-of.js';
import { oneRule, testTool } from '../support/checklists.js';
import { ckl, cklb, filling, variant, withRule } from '../support/fill-in.js';
import {
  codesOf,
  done,
  encodings,
  expectFilled,
  fill,
  keep,
  lineEnds,
  people,
  readCkl,
  readCklb,
  reviews,
  textOf,
} from '../support/filling.js';
import { lacksShared, sharedFile } from '../support/shared.js';

describe.each(encodings)('filling in a file in %s', (encoding) => {
  describe.each(lineEnds)('with line ends %j', (lineEnd) => {
    it.each(reviews)('changes the two values of a CKL and not one other byte: %j', (review) => {
      expectFilled(variant(ckl(review), lineEnd, encoding), 'ckl', encoding, review);
    });
    it.each(reviews)('with blanks for tabs, empty elements in one tag, comments and instructions', (review) => {
      const strange = ckl(review)
        .replace(/^\t+(?=<)/gm, (tabs) => '  '.repeat(tabs.length))
        .replace('<FINDING_DETAILS></FINDING_DETAILS>', '<FINDING_DETAILS />')
        .replaceAll('<WEB_DB_SITE></WEB_DB_SITE>', '<WEB_DB_SITE/>')
        .replace('<STATUS>', '<!-- STATUS \u00e9 --><?keep this?>\n\n<STATUS>')
        .concat('<!-- end -->\n\n');
      expectFilled(variant(strange, lineEnd, encoding), 'ckl', encoding, review);
    });
    it.each(reviews)('changes the two values of a CKLB and not one other byte: %j', (review) => {
      expectFilled(variant(cklb(review), lineEnd, encoding), 'cklb', encoding, review);
    });
    it('with tabs, escapes, number forms and null', () => {
      const strange = cklb()
        .replaceAll('  ', '\t')
        .replace('"mode": 2', '"mode" : 2.0e0')
        .replace('"title": "', '"title": "\\u0041\\/')
        .replace('"finding_details": ""', '"finding_details":null');
      expectFilled(variant(strange, lineEnd, encoding), 'cklb', encoding, {} as (typeof reviews)[1]);
    });
  });
});

describe.skipIf(lacksShared('data/checklists'))('filling in a file by another program', () => {
  it('tells what was wrong with it before, as warnings, and that the STIG is another', () => {
    const file = readFileSync(sharedFile('data/checklists/heimdall-rhel7-overrides.ckl'), 'utf8');
    const filled = fill(withRule(file, 'ckl'));
    expect(filled.ok).toBe(true);
    expect(codesOf(filled)).toEqual(expect.arrayContaining(['fill-in-other-stig', 'fill-in-host-empty']));
    expect(filled.diagnostics.find((d) => d.code === 'stig-manager-refuses-host')).toMatchObject({
      severity: 'warning',
    });
  });

  it('refuses one that is not well-formed', () => {
    const file = readFileSync(sharedFile('data/checklists/refused/all-possible-results.not-well-formed.ckl'));
    expect(fill(file).ok).toBe(false);
  });
});

describe('what stands in the file', () => {
  it('CDATA and references are read, and kept as text', () => {
    const file = ckl().replace(
      '<FINDING_DETAILS></FINDING_DETAILS>',
      '<FINDING_DETAILS>a &amp;lt; &#13;\n<![CDATA[<b> & ]]]]><![CDATA[>]]></FINDING_DETAILS>',
    );
    const { bytes } = done(file);
    const [, details] = readCkl(bytes, 'utf-8');
    expect(details).toBe(`${filling.findingDetails}\n\n${hereBefore('Not_Reviewed')}\na &lt; \r\n<b> & ]]>`);
    expect(done(bytes).changes).toEqual([]);
  });

  it('inserted lines end as the file has it', () => {
    const crlf = textOf(done(variant(ckl(), '\r\n', 'utf-8')).bytes);
    expect(crlf.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(textOf(done(ckl()).bytes)).not.toContain('\r');
  });

  it('details of an earlier run are replaced without a word', () => {
    const first = done(ckl()).bytes;
    const second = fill(first, {
      status: 'not_a_finding',
      findingDetails: filling.findingDetails.replace('OPEN', 'NOT A FINDING'),
    });
    expect(codesOf(second)).toEqual([]);
  });

  it("a status that somebody else set, be it beside this program's details, is not replaced in silence", () => {
    expect(codesOf(fill(ckl({ status: 'not_a_finding' })))).toEqual(['fill-in-status-replaced']);
    const first = textOf(done(ckl()).bytes);
    const changed = first.replace('<STATUS>Open<', '<STATUS>Not_Applicable<');
    expect(codesOf(fill(changed))).toEqual(['fill-in-status-replaced']);
  });

  it("people's details are told, and dropped only when asked", () => {
    const file = ckl({ findingDetails: people });
    expect(codesOf(fill(file))).toEqual(['fill-in-details-kept']);
    const dropped = fill(file, {}, { replaceDetails: true });
    expect(codesOf(dropped)).toEqual(['fill-in-details-dropped']);
    expect(dropped.ok && readCkl(dropped.value.bytes, 'utf-8')[1]).toBe(filling.findingDetails);
    const both = done(file).bytes;
    expect(readCkl(done(both, {}, { replaceDetails: true }).bytes, 'utf-8')[1]).toBe(filling.findingDetails);
  });

  it('details that were edited stay whole', () => {
    const edited = filling.findingDetails.replace('\nEvaluated', '\nAccepted by the ISSM.\nEvaluated');
    const filled = fill(ckl({ status: 'open', findingDetails: edited }));
    expect(codesOf(filled)).toEqual(['fill-in-details-edited']);
    expect(filled.ok && readCkl(filled.value.bytes, 'utf-8')[1]?.endsWith(edited)).toBe(true);
  });

  it.each([ckl, cklb])('details that do not fit with them refuse the file, unless they are dropped', (write) => {
    const room = 32_767 - filling.findingDetails.length - `\n\n${hereBefore('Not_Reviewed')}\n`.length;
    expect(fill(write({ findingDetails: 'x'.repeat(room) })).ok).toBe(true);
    const file = write({ findingDetails: 'x'.repeat(room + 1) });
    expect(codesOf(fill(file))).toEqual(['fill-in-too-long']);
    expect(fill(file, {}, { replaceDetails: true }).ok).toBe(true);
  });

  it('characters that XML forbids are replaced in new details', () => {
    const filled = fill(cklb(), { findingDetails: 'a\u0000b\ud800' });
    expect(codesOf(filled)).toContain('characters-replaced');
    expect(filled.ok && readCklb(filled.value.bytes, 'utf-8')[1]).toBe('a\ufffdb\ufffd');
  });
});

describe('the host', () => {
  it.each(['edge01', 'EDGE01.example.mil', 'edge01.EXAMPLE.mil'])('%s is that of the file', (host) => {
    expect(codesOf(fill(ckl(), {}, {}, host))).toEqual([]);
    expect(codesOf(fill(cklb(), {}, {}, host))).toEqual([]);
  });

  it.each(['EDGE02', 'edge01.other.mil', 'edge02.example.mil', ''])('%j is another', (host) => {
    for (const file of [ckl(), cklb()]) {
      expect(codesOf(fill(file, {}, {}, host))).toEqual(['fill-in-host-differs']);
      expect(codesOf(fill(file, {}, { allowOtherHost: true }, host))).toEqual(['fill-in-other-host']);
    }
  });

  it.each([
    ['CKL', ckl().replace('>EDGE01<', '> EDGE01\n<')],
    ['CKLB', cklb().replace('"host_name": "EDGE01"', '"host_name": "EDGE01 "')],
  ])('that the file names with blanks around it is that of the file, with a warning: %s', (_, file) => {
    expect(codesOf(fill(file))).toEqual(['fill-in-host-padded']);
    expect(codesOf(fill(file, {}, {}, 'EDGE02'))).toEqual(['fill-in-host-differs']);
  });

  it('that the file does not name is taken, with a warning; one in two names must agree with both', () => {
    const nameless = ckl().replace('>EDGE01<', '> <').replace('>edge01.example.mil<', '><');
    expect(codesOf(fill(nameless, {}, {}, 'ANY'))).toContain('fill-in-host-empty');
    const fqdnOnly = ckl().replace('>EDGE01<', '><');
    expect(codesOf(fill(fqdnOnly, {}, {}, 'EDGE02'))).toEqual(['fill-in-host-differs']);
    const two = ckl().replace('<HOST_NAME>', '<HOST_NAME>EDGE02</HOST_NAME><HOST_NAME>');
    expect(codesOf(fill(two, {}, {}, 'EDGE01'))).toEqual(['fill-in-host-differs']);
  });
});

describe('the rule', () => {
  it.each([ckl, cklb])('of another release is filled in, with a warning', (write) => {
    const filled = fill(write().replaceAll('r1043178', 'r942096'));
    expect(filled.ok).toBe(true);
    expect(filled.diagnostics).toMatchObject([
      {
        code: 'fill-in-other-release',
        args: { judged: 'SV-259594r1043178_rule', ofChecklist: 'SV-259594r942096_rule' },
      },
    ]);
  });

  it.each([ckl, cklb])('that is not there refuses the file', (write) => {
    const missing = fill(write().replaceAll('V-259594', 'V-259595'));
    expect(missing.diagnostics).toMatchObject([
      { code: 'fill-in-rule-missing', args: { stigs: 'MS_Exchange_2019_Edge_Server_STIG' } },
    ]);
    expect(missing.ok).toBe(false);
  });

  it.each([
    ['twice in a STIG of a CKL', withRule(ckl(), 'ckl')],
    ['twice in a STIG of a CKLB', withRule(cklb(), 'cklb')],
    [
      'in two STIGs of a CKL',
      ckl().replace(/<iSTIG>[\s\S]*<\/iSTIG>/, (stig) => stig + stig.replace('Edge_Server', 'X')),
    ],
    [
      'in two STIGs of a CKLB',
      cklb().replace(/"stigs": \[\n(.*\n)*? {2}\]/, (all) => `${all.slice(0, -4)},${all.slice(11)}`),
    ],
  ])('%s refuses the file', (_, file) => {
    const filled = fill(file);
    expect(filled.ok).toBe(false);
    expect(codesOf(filled)).toEqual(['fill-in-ambiguous']);
    expect(argsOf(filled.diagnostics[0])['places']).toMatch(/^line \d+ \(.*\), line \d+ \(.*\)$/);
  });

  it.each([
    ['no STATUS', ckl().replace(/<STATUS>.*<\/STATUS>/, '')],
    ['two STATUS', ckl().replace('<STATUS>', '<STATUS>Open</STATUS><STATUS>')],
    ['no FINDING_DETAILS', ckl().replace('<FINDING_DETAILS></FINDING_DETAILS>', '')],
    ['a comment in STATUS', ckl().replace('<STATUS>', '<STATUS><!-- x -->')],
    ['an element in FINDING_DETAILS', ckl().replace('<FINDING_DETAILS>', '<FINDING_DETAILS><b/>')],
    ['an instruction in FINDING_DETAILS', ckl().replace('<FINDING_DETAILS>', '<FINDING_DETAILS>x<?p?>')],
    ['no status', cklb().replace(/\n.*"status": .*/, '')],
    ['no finding_details', cklb().replace(/,\n.*"finding_details": .*/, '')],
    ['a status that is a number', cklb().replace(/"status": .*/, '"status": 1,')],
    ['details that are a list', cklb().replace(/"finding_details": .*/, '"finding_details": ["x"]')],
  ])('with %s refuses the file and says where', (_, file) => {
    const filled = fill(file);
    expect(filled.ok).toBe(false);
    expect(codesOf(filled)).toEqual(['fill-in-place']);
    expect(filled.diagnostics[0]?.place.line).toBeGreaterThan(10);
  });
});

describe('a file that is refused', () => {
  const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
  it.each([
    ['nothing', '', 'document-empty'],
    ['XCCDF results', toXccdf(oneRule(), testTool).text, 'fill-in-not-a-checklist'],
    ['an export', 'Name,DomainSecureEnabled\r\nMail,True\r\n', 'document-is-export'],
    ['other text', 'hello', 'document-unrecognised'],
    ['a page', '<!DOCTYPE html><html></html>', 'document-is-html'],
    ['a truncated CKL', ckl().slice(0, -30), 'xml-truncated'],
    ['a truncated CKLB', cklb().slice(0, -30), 'document-json'],
    ['a CKL with a DOCTYPE', ckl().replace('<CHECKLIST>', '<!DOCTYPE x><CHECKLIST>'), 'xml-doctype'],
    ['a CKLB with a key twice', cklb().replace('"status"', '"status": "open", "status"'), 'cklb-key-twice'],
    ['an encoding that is not declared', latin1(ckl({ comments: 'é' })), 'document-undecodable'],
    ['another encoding', latin1(ckl({ comments: 'é' }).replace('UTF-8', 'ISO-8859-1')), 'document-encoding'],
    [
      'another encoding than it declares',
      new TextEncoder().encode(ckl({ comments: 'é' }).replace('UTF-8', 'ISO-8859-1')),
      'document-encoding-declared',
    ],
    ['another encoding, in ASCII so far', ckl().replace('UTF-8', 'windows-1252'), 'document-encoding'],
    ['UTF-16 without a mark', variant(ckl(), '\n', 'utf-16le').subarray(2), 'document-encoding'],
  ])('%s', (_, file, code) => {
    const filled = fill(file);
    expect(filled.ok).toBe(false);
    expect(codesOf(filled)).toContain(code);
  });

  it('one that is too large, before it is parsed', () => {
    expect(codesOf(openForFilling(new Uint8Array(11), 'f', { maxBytes: 10 }))).toEqual(['input-too-large']);
  });

  it('one that would fail for importers only afterwards', () => {
    const open = openForFilling(encodeAs(cklb(), 'utf-8'), 'f');
    if (!open.ok) throw new Error('refused');
    const target = { ...open.value.target, statusWord: () => 'OPEN' };
    const filled = fillIn({ ...open.value, target }, [filling], 'EDGE01', keep);
    expect(filled.ok).toBe(false);
    expect(codesOf(filled)).toEqual(expect.arrayContaining(['fill-in-new-fault', 'stig-manager-drops-status']));
  });
});
