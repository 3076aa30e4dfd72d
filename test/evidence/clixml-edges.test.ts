import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../src/diagnostics/diagnostic.js';
import { shownXmlName } from '../../src/evidence/clixml/names.js';
import { fromClixml } from '../../src/evidence/clixml/read.js';

const document = (objects: string): string =>
  `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">${objects}</Objs>`;
const sendType = 'Microsoft.Exchange.Data.Directory.SystemConfiguration.SmtpSendConnectorConfig';

/** The names of each record's properties, or the codes of the refusal. */
const outcome = (text: string): unknown => {
  const read = fromClixml(text, 'f');
  if (!read.ok) return read.diagnostics.map(({ code }) => code).join();
  const records = read.value.map(({ properties }) => [...properties.values()].map(({ name }) => name).join());
  return read.diagnostics.length === 0 ? records : [...records, read.diagnostics.map(({ code }) => code).join()];
};
const objects = (text: string) => outcome(document(text));

describe('the line of a whole PowerShell process', () => {
  const object = '<Obj><MS><S N="Name">A</S></MS></Obj>';
  it.each(['#< CLIXML\n', '\r\n #< CLIXML\r\n', '#< CLIXML and more\n'])('%j is skipped', (line) =>
    expect(outcome(line + document(object))).toEqual(['Name']),
  );
  it('keeps the lines of what follows', () =>
    expect(fromClixml(`\n#< CLIXML\n${document('\n<Obj/>x')}`, 'f').diagnostics[0]?.place.line).toBe(3));
  it('is no such line further below', () =>
    expect(outcome(`${document(object)}<!-- #< CLIXML -->`)).toEqual(['Name', 'clixml-comment']));
});

describe('the other streams of a whole PowerShell process', () => {
  const connector = `<Obj RefId="0"><TN RefId="0"><T>${sendType}</T></TN><MS><S N="Name">A</S></MS></Obj>`;
  const streamed = (text: string) => outcome(`#< CLIXML\n${document(connector + text)}`);

  it.each(['progress', 'Verbose', 'debug', 'warning', 'information'])('%s is left out', (stream) => {
    expect(streamed(`<S S="${stream}">an object of type ${sendType}</S>`)).toEqual(['Name']);
    expect(objects(`${connector}<S S="${stream}">x</S>`)).toBe('clixml-mixed-objects');
  });

  it('has no connector', () => {
    const other = (inside: string) => streamed(`<Obj S="warning" RefId="1">${inside}</Obj>`);
    expect(other('<MS><S N="Text">x</S></MS>')).toEqual(['Name']);
    expect(other('<MS><B N="DomainSecureEnabled">true</B></MS>')).toBe('clixml-other-stream');
    expect(other('<MS><Obj N="x"><MS><B N="DOMAIN_x0053_ecureEnabled">true</B></MS></Obj></MS>')).toBe(
      'clixml-other-stream',
    );
    expect(other(`<TN RefId="1"><T>X</T><T>${sendType.replace('Smtp', '_x0053_mtp')}</T></TN>`)).toBe(
      'clixml-other-stream',
    );
    expect(other('<TNRef RefId="0"/>')).toBe('clixml-other-stream');
    expect(other('<TNRef RefId="9"/>')).toEqual(['Name']);
    expect(other('<TNRef/>')).toEqual(['Name']);
    expect(streamed('<Ref S="warning" RefId="0"/>')).toBe('clixml-other-stream');
    // The ids of objects are not those of types.
    expect(streamed('<Obj S="warning" RefId="0"><MS><S N="Text">x</S></MS></Obj>')).toEqual(['Name']);
  });

  it('is refused where it is the errors', () => {
    expect(streamed('<S S="Error">x</S>')).toBe('clixml-error-stream');
    expect(objects(`${connector}<S S="error">x</S>`)).toBe('clixml-error-stream');
    expect(streamed('<Obj S="Output"><MS><S N="Name">B</S></MS></Obj>')).toEqual(['Name', 'Name']);
  });
});

describe('comments', () => {
  it.each([
    ['<!-- <B N="x"> -->', 'clixml-commented-out'],
    ['<!-- </Obj> -->', 'clixml-commented-out'],
    ['<?x <_a> ?>', 'clixml-commented-out'],
    ['<!-- 1 < 2 <3 </4 -->', ['clixml-comment']],
  ])('%s', (comment, expected) => expect(objects(comment)).toEqual(expected));
});

describe('an array that was exported whole', () => {
  const member = '<Obj><MS><S N="Name">A</S></MS></Obj>';
  const array = (types: readonly string[], extra: string) =>
    objects(
      `<Obj>${types.length === 0 ? '' : `<TN RefId="0">${types.map((type) => `<T>${type}</T>`).join('')}</TN>`}` +
        `<LST>${member}</LST>${extra === '' ? '' : `<MS><S N="${extra}">x</S></MS>`}</Obj>`,
    );

  it.each([
    [['System.Object[]', 'System.Array', 'System.Object'], ''],
    [['X.Deserialized.System.Array'], 'LongLength'],
    [['System.Array'], 'Rank'],
    [['System.Collections.ArrayList', 'System.Object'], 'Capacity'],
    [['Selected.System.Collections.Generic.List`1[[X]]'], 'IsReadOnly'],
    [['Microsoft.Exchange.Data.MultiValuedProperty`1[X]'], 'PSComputerName'],
    [[], 'RunspaceId'],
  ])('%j with %j', (types, extra) => expect(array(types, extra)).toEqual(['Name']));

  it.each([
    [['System.Object'], ''],
    [['X[]Y'], ''],
    [['System.ArrayX'], ''],
    [['MySystem.Array'], ''],
    [['MySystem.Collections.X'], ''],
    [['MultiValuedProperty'], ''],
    [[], 'Counts'],
    [[], 'Discount'],
    [[], 'Name'],
  ])('not %j with %j', (types, extra) => expect(array(types, extra)).toBe('clixml-list-with-properties'));

  it('says what no array has', () => {
    const actualOf = (text: string) => wordsOf(fromClixml(document(text), 'f').diagnostics[0]).actual;
    expect(actualOf('<Obj><LST/><MS><S N="Odd">x</S></MS></Obj>')).toBe('the property Odd');
    expect(actualOf(`<Obj><TN RefId="0"><T>${'x'.repeat(101)}</T></TN><LST/></Obj>`)).toBe(
      `the type ${'x'.repeat(100)}`,
    );
  });
});

describe('what is no connector', () => {
  it('is a record without properties where it is an object with a value', () => {
    expect(objects('<Obj><B>x</B></Obj>')).toEqual(['']);
    expect(objects('<Obj><B>true</B></Obj>')).toEqual(['']);
    expect(objects('<Obj><B>true</B><MS><S N="Name">A</S></MS></Obj>')).toBe('clixml-structure');
  });

  it('is what a secret held', () => {
    const secret = '<Obj><MS><Obj N="AuthenticationCredential" RefId="5"><MS><S N="x">y</S></MS></Obj></MS></Obj>';
    expect(fromClixml(document(`${secret}<Ref RefId="5"/>`), 'f')).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'clixml-structure', args: { expected: 'an object to refer to', actual: 'Ref' } }],
    });
  });
});

describe('names in messages', () => {
  it.each([
    ...['Objs', 'Obj', 'Ref', 'TN', 'TNRef', 'T', 'ToString', 'Props', 'MS', 'LST', 'IE', 'STK', 'QUE', 'DCT', 'En'],
    ...['Version', 'RefId', 'N', 'xmlns', 'S', 'B', 'Nil'],
  ])('%s is shown', (name) => expect(shownXmlName(name)).toBe(name));

  it.each([
    ['<Obj></hush>', 'xml-end-tag', 'Obj', '(not shown)'],
    ['<hush></Obj>', 'xml-end-tag', '(not shown)', 'Obj'],
    ['<hush', 'xml-markup', undefined, undefined],
    ['<Obj></hush1>', 'xml-end-tag', 'Obj', '(not shown)'],
    ['<Obj hush="1" hush="2"/>', 'xml-attribute-twice', undefined, '(not shown)'],
    ['</Objs><hush/>', 'xml-two-roots', undefined, '(not shown)'],
    ['<hush:a/>', 'xml-unbound-prefix', undefined, '(not shown)'],
  ])('but those of CLIXML are not: %s', (text, code, expected, actual) => {
    const [found] = fromClixml(document(text), 'f').diagnostics;
    expect(JSON.stringify(found)).not.toContain('hush');
    expect([found?.code, wordsOf(found).expected, wordsOf(found).actual]).toEqual([code, expected, actual]);
  });

  it('and numbers are', () => {
    expect(fromClixml(document('<Obj/>'), 'f', { maxItems: 1 }).diagnostics).toMatchObject([
      { code: 'too-many-items', args: { expected: '1' } },
    ]);
  });
});
