import { describe, expect, it } from 'vitest';
import { shownXmlName } from '../../src/evidence/clixml/grammar.js';
import { fromClixml } from '../../src/evidence/clixml/read.js';

const document = (objects: string): string =>
  `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">${objects}</Objs>`;
const sendType = 'Microsoft.Exchange.Data.Directory.SystemConfiguration.SmtpSendConnectorConfig';

/** Codes with how many more there are, and the records' names, or `-` for one without; the code alone of a refusal. */
const outcome = (text: string): string => {
  const read = fromClixml(text, 'f');
  const codes = read.diagnostics.map(
    ({ code, more }) => code.replace('clixml-', '') + (more === undefined ? '' : `+${more}`),
  );
  if (!read.ok) return `refused: ${codes.join()}`;
  const names = read.value.map(({ properties }) => {
    const name = properties.get('name')?.value;
    return name?.kind === 'text' ? name.text : '-';
  });
  return [...codes, ...names].join(' ');
};
const objects = (text: string) => outcome(document(text));

const named = (name: string, id: number, more = '') =>
  `<Obj RefId="${id}"><MS><S N="Name">${name}</S>${more}</MS></Obj>`;
const list = (members: string, more = '') => `<Obj RefId="9"><LST>${members}</LST>${more}</Obj>`;

describe('the root', () => {
  it.each([
    ['', ''],
    ['<Nil />', ''],
    [list(''), ''],
    [named('A', 0), 'A'],
    [named('A', 0) + named('B', 1), 'A B'],
    [`${named('A', 0)}<Ref RefId="0" />`, 'A A'],
    [list(named('A', 0) + named('B', 1)), 'A B'],
    [list(`${named('A', 0)}<Ref RefId="0" />`), 'A A'],
    [named('A', 0).replace(' RefId', ' S="Output" RefId'), 'A'],
  ])('%s is genuine: %s', (inside, expected) => expect(objects(inside)).toBe(expected));

  it.each([
    ['<Nil /><Nil />', 'refused: no-objects'],
    ['<S>x</S>', 'refused: no-objects'],
    ['<Obj RefId="0"><LST><Nil /></LST></Obj>', 'refused: no-objects'],
    ['<Else />', 'refused: no-objects'],
    [`${named('A', 0)}<Nil />`, 'values A'],
    [`<S>x</S>${named('A', 0)}<S>y</S>`, 'values A'],
    [`<Else />${named('A', 0)}`, 'element values A'],
    [`${named('A', 0)}x`, 'structure A'],
    [named('A', 0).replace(' RefId', ' N="x" RefId'), 'structure A'],
    [list('') + named('A', 0), 'list A'],
    [list(named('A', 0)) + named('B', 1), 'list A B'],
    [list(`<Obj RefId="1"><LST>${named('A', 0)}</LST></Obj>`), 'list A'],
    [list(`${named('A', 0)}<S>x</S>`), 'values A'],
    [`${list(named('A', 0))}<Ref RefId="9" />`, 'list+1 A'],
    ['<Obj RefId="0"><DCT><En><S N="Key">Name</S><S N="Value">A</S></En></DCT></Obj>', 'dictionary A'],
  ])('%s is not: %s', (inside, expected) => expect(objects(inside)).toBe(expected));

  it.each([
    ['<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04" />', ''],
    ['<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"/>', ''],
    ['<Objs Version="1.1.0.2" xmlns="http://schemas.microsoft.com/powershell/2004/04" />', 'version'],
    ['<Objs xmlns="http://schemas.microsoft.com/powershell/2004/04" />', 'root-tag'],
    ['<Objs xmlns="http://schemas.microsoft.com/powershell/2004/04" Version="1.1.0.1" />', 'root-tag'],
    ['<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/05" />', 'root-tag'],
    ['<Objs Version="1.1.0.1" />', 'root-tag'],
    ['<Obj />', 'refused: root'],
  ])('%s: %s', (text, expected) => expect(outcome(text)).toBe(expected));

  it.each(['#< CLIXML\n', '\r\n #< CLIXML\r\n', '#< CLIXML and more\n'])('may have the line %j first', (line) =>
    expect(outcome(line + document(named('A', 0)))).toBe('A'),
  );

  it('has the places that it has with that line', () =>
    expect(fromClixml(`\n#< CLIXML\n${document('\n<Obj RefId="0"/>x')}`, 'f').diagnostics[0]?.place.line).toBe(3));

  it.each([
    ['<?xml version="1.0"?>', '', 'markup A'],
    ['<!-- a -->', '', 'markup A'],
    ['', '<!-- #< CLIXML -->', 'markup A'],
    ['', '<?a b?>', 'markup A'],
    ['', '<!--', 'refused: xml-truncated'],
  ])('has nothing around it but %s…%s', (before, behind, expected) =>
    expect(outcome(before + document(named('A', 0)) + behind)).toBe(expected),
  );
});

describe('other streams', () => {
  it.each(['progress', 'Verbose', 'debug', 'warning', 'information', 'Error', 'else'])('%s is left out', (stream) => {
    const text = document(`${named('A', 0)}<S S="${stream}">x</S>`);
    expect(outcome(text)).toBe('stream A');
    expect(outcome(`#< CLIXML\n${text}`)).toBe('stream A');
    const known = stream === 'else' ? 'unknown' : stream.toLowerCase();
    expect(fromClixml(text, 'f').diagnostics).toMatchObject([{ args: { stream: known } }]);
  });

  it('keep a connector, which no cmdlet writes there', () => {
    const other = (inside: string) => objects(`${named('A', 0)}<Obj S="warning" RefId="1">${inside}</Obj>`);
    expect(other('<MS><S N="Name">B</S><B N="DomainSecureEnabled">false</B></MS>')).toBe('stream A B');
    expect(other(`<TN RefId="0"><T>${sendType}</T></TN><MS><S N="Name">B</S></MS>`)).toBe('stream A B');
    expect(other('<MS><S N="Name">B</S></MS>')).toBe('stream A');
    expect(other('<LST><S>B</S></LST>')).toBe('stream A');
  });
});

describe('an object', () => {
  const property = (inside: string) => objects(`<Obj RefId="0"><Props><S N="Name">A</S>${inside}</Props></Obj>`);

  it.each([
    '<Obj N="x" RefId="1" />',
    '<Obj N="x" RefId="1"><TN RefId="0"><T>X</T></TN><ToString>x</ToString><I32>4</I32></Obj>',
    '<Obj N="x" RefId="1"><TN RefId="0"><T>X</T></TN></Obj><Obj N="y" RefId="2"><TNRef RefId="0" /><Props /><MS /></Obj>',
    '<Obj N="x" RefId="1"><S>a</S><MS><I32 N="b">1</I32></MS></Obj>',
    '<Obj N="x" RefId="1"><LST><S>a</S></LST><Props><I32 N="Count">1</I32><I32 N="Length">1</I32></Props></Obj>',
    '<Obj N="x" RefId="1"><IE /></Obj><Obj N="y" RefId="2"><STK /></Obj><Obj N="z" RefId="3"><QUE /></Obj>',
    '<Obj N="x" RefId="1"><DCT><En><I32 N="Key">1</I32><Nil N="Value" /></En></DCT></Obj>',
    '<Obj N="x" RefId="1"><MS><MS N="Set"><S N="a">b</S></MS></MS></Obj>',
    '<Obj N="x" RefId="1"><Obj RefId="2" /></Obj>',
    '<Ref N="x" RefId="0" />',
    '<S N="_x000A_">x</S>',
  ])('may have %s', (inside) => expect(property(inside)).toBe('A'));

  it.each([
    ['<Obj N="x" />', 'structure'],
    ['<Obj N="x" RefId="a" />', 'structure'],
    ['<Obj N="x" RefId="1" Else="1" />', 'structure'],
    ['<Obj N="x" RefId="1" S="Output" />', 'structure'],
    ['<Obj N="" RefId="1" />', 'structure'],
    ['<Obj RefId="1" />', 'structure'],
    ['<S N="a&#10;b">x</S>', 'structure'],
    ['<S N="x" RefId="1">x</S>', 'structure'],
    ['<Ref N="x" />', 'structure reference'],
    ['<Ref N="x" RefId="1" />', 'reference'],
    ['<Ref N="x" RefId="1" /><Obj N="y" RefId="1" />', 'reference'],
    ['<Obj N="x" RefId="1"><TNRef RefId="1" /></Obj>', 'reference'],
    ['<Obj N="x" RefId="0" />', 'id-twice'],
    [
      '<Obj N="x" RefId="1"><TN RefId="1"><T>X</T></TN></Obj><Obj N="y" RefId="2"><TN RefId="1"><T>X</T></TN></Obj>',
      'id-twice',
    ],
    ['<Obj N="x" RefId="1"><TN RefId="1"><S>X</S></TN></Obj>', 'structure'],
    ['<Obj N="x" RefId="1"><TN><T>X</T></TN></Obj>', 'structure'],
    ['<Obj N="x" RefId="1"><ToString>a</ToString><TN RefId="1"><T>X</T></TN></Obj>', 'structure'],
    ['<Obj N="x" RefId="1"><MS /><Props /></Obj>', 'structure'],
    ['<Obj N="x" RefId="1"><MS /><MS /></Obj>', 'structure'],
    ['<Obj N="x" RefId="1"><I32>1</I32><I32>2</I32></Obj>', 'structure'],
    ['<Obj N="x" RefId="1"><I32 N="y">1</I32></Obj>', 'structure'],
    ['<Obj N="x" RefId="1"><LST><S N="y">a</S></LST></Obj>', 'structure'],
    ['<Obj N="x" RefId="1"><LST>a</LST></Obj>', 'structure'],
    ['<Obj N="x" RefId="1"><LST><S>a</S></LST><MS><S N="Count">2</S></MS></Obj>', 'count'],
    ['<Obj N="x" RefId="1"><LST><S>a</S></LST><MS><I32 N="LENGTH">0</I32></MS></Obj>', 'count'],
    ['<Obj N="x" RefId="1"><LST><S>a</S></LST><MS><Nil N="Count" /></MS></Obj>', 'count'],
    ['<Obj N="x" RefId="1"><Props><MS N="Set" /></Props></Obj>', 'element'],
    ['<Obj N="x" RefId="1"><DCT><S>a</S></DCT></Obj>', 'structure+1'],
    ['<Obj N="x" RefId="1"><DCT><En><S N="Key">a</S></En></DCT></Obj>', 'structure'],
    ['<Obj N="x" RefId="1"><DCT><En><S N="Value">a</S><S N="Key">b</S></En></DCT></Obj>', 'structure'],
    [
      '<Obj N="x" RefId="1"><DCT><En><S N="Key">a</S><S N="Value">b</S><S N="Value">c</S></En></DCT></Obj>',
      'structure',
    ],
    ['<S N="x">a<S>b</S></S>', 'structure'],
    ['<Else N="x">a</Else>', 'element'],
    ['<S N="NAME">A</S>', 'property-twice'],
    ['<S N="x">a\nb</S>', 'value'],
    ['<S N="x"><![CDATA[a]]></S>', 'markup'],
    ['<S N="x" xmlns="">a</S>', 'namespace'],
    ['<S N="x" xmlns:N="y">a</S>', 'namespace'],
    ['<S N="x">a > xmlns:a=""</S>', ''],
  ])('has not %s: %s', (inside, expected) => expect(property(inside)).toBe(`${expected} A`.trim()));

  it('has its parts read in whatever order they come', () => {
    const read = fromClixml(document(`<Obj RefId="0"><MS><S N="a">b</S></MS><TN RefId="0"><T>X</T></TN></Obj>`), 'f');
    expect(read.ok && read.value[0]).toMatchObject({ typeNames: ['X'] });
    expect(read.ok && [...(read.value[0]?.properties.keys() ?? [])]).toEqual(['a']);
  });

  it('is no connector where it holds a value', () => {
    expect(objects('<Obj RefId="0"><B>true</B></Obj>')).toBe('-');
    expect(objects('<Obj RefId="0"><B>true</B><MS><S N="Name">A</S></MS></Obj>')).toBe('structure A');
  });

  it('is called by its Name, where its type is that of send connectors', () => {
    const called = (name: string, type: string) =>
      objects(
        `<Obj RefId="0"><TN RefId="0"><T>${type}</T></TN><ToString>${name}</ToString><Props><S N="Name">A b</S></Props></Obj>`,
      );
    expect(called('A b', sendType)).toBe('A b');
    expect(called(' a B', `Deserialized.${sendType}`)).toBe('A b');
    expect(called('B', sendType)).toBe('to-string A b');
    expect(called('', sendType)).toBe('to-string A b');
    expect(called('B', `Selected.${sendType}`)).toBe('A b');
    expect(called('B', 'System.Management.Automation.PSCustomObject')).toBe('A b');
    expect(objects(`<Obj RefId="0"><TN RefId="0"><T>${sendType}</T></TN><ToString>B</ToString></Obj>`)).toBe('-');
  });
});

describe('a list that was exported whole', () => {
  const array = (types: readonly string[], extra: string) =>
    objects(
      `<Obj RefId="1">${types.length === 0 ? '' : `<TN RefId="0">${types.map((type) => `<T>${type}</T>`).join('')}</TN>`}` +
        `<LST>${named('A', 2)}</LST>${extra === '' ? '' : `<MS><S N="${extra}">1</S></MS>`}</Obj>`,
    );

  it.each([
    [['System.Object[]', 'System.Array', 'System.Object'], ''],
    [['X.Deserialized.System.Array'], 'LongLength'],
    [['System.Array'], 'Rank'],
    [['System.Collections.ArrayList', 'System.Object'], 'Capacity'],
    [['Selected.System.Collections.Generic.List`1[[X]]'], 'IsReadOnly'],
    [['Microsoft.Exchange.Data.MultiValuedProperty`1[X]'], 'PSComputerName'],
    [[], 'RunspaceId'],
  ])('%j with %j', (types, extra) => expect(array(types, extra)).toBe('A'));

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
  ])('not %j with %j', (types, extra) => expect(array(types, extra)).toBe('list A'));

  it('is a connector too where it is one besides', () => {
    expect(array([sendType], '')).toBe('list - A');
    expect(array([], 'TlsDomain')).toBe('list structure - A');
  });

  it('says what no list has', () => {
    const found = (text: string) => fromClixml(document(text), 'f').diagnostics[0];
    expect(found('<Obj RefId="0"><LST/><MS><S N="Odd">x</S></MS></Obj>')).toMatchObject({
      args: { found: 'the property Odd' },
    });
    expect(found(`<Obj RefId="0"><TN RefId="0"><T>${'x'.repeat(101)}</T></TN><LST/></Obj>`)).toMatchObject({
      args: { found: `the type ${'x'.repeat(100)}` },
    });
  });
});

describe('a secret', () => {
  const secret = (inside: string, behind = '') =>
    `<Obj RefId="0"><MS><S N="Name">A</S><Obj N="AuthenticationCredential" RefId="5">${inside}</Obj></MS></Obj>${behind}`;

  it('is not what refers to it gets', () =>
    expect(objects(secret('<MS><S N="x">y</S></MS>', '<Ref RefId="5" />'))).toBe('values A'));

  it('holds no connector', () => {
    const text = secret(
      '<LST><Obj RefId="6"><MS><S N="hush">x</S><B N="DNSROUTING_x0045_nabled">true</B></MS></Obj></LST>',
    );
    expect(objects(text)).toBe('record-in-secret A');
    expect(JSON.stringify(fromClixml(document(text), 'f').diagnostics)).not.toMatch(/hush|routing/i);
  });

  it('is checked like everything else, and its names are not shown', () => {
    const text = secret('<MS><S N="hush">1</S><S N="HUSH">2</S><hush N="a" /></MS>');
    expect(objects(text)).toBe('property-twice element A');
    expect(JSON.stringify(fromClixml(document(text), 'f'))).not.toMatch(/hush/i);
  });
});

describe('names in messages', () => {
  it.each([
    ...['Objs', 'Obj', 'Ref', 'TN', 'TNRef', 'T', 'ToString', 'Props', 'MS', 'LST', 'IE', 'STK', 'QUE', 'DCT', 'En'],
    ...['Version', 'RefId', 'N', 'xmlns', 'S', 'B', 'Nil'],
  ])('%s is shown', (name) => expect(shownXmlName(name)).toBe(name));

  it.each([
    ['<Obj></hush>', 'xml-end-tag', { open: 'Obj', found: '(not shown)' }],
    ['<hush></Obj>', 'xml-end-tag', { open: '(not shown)', found: 'Obj' }],
    ['<hush', 'xml-markup', {}],
    ['<Obj></hush1>', 'xml-end-tag', { open: 'Obj', found: '(not shown)' }],
    ['<Obj hush="1" hush="2"/>', 'xml-attribute-twice', { attribute: '(not shown)' }],
    ['</Objs><hush/>', 'xml-two-roots', { element: '(not shown)' }],
    ['<hush:a/>', 'xml-unbound-prefix', { prefix: '(not shown)' }],
  ])('but those of CLIXML are not: %s', (text, code, args) => {
    const [found] = fromClixml(document(text), 'f').diagnostics;
    expect(JSON.stringify(found)).not.toContain('hush');
    expect([found?.code, found?.args]).toEqual([code, args]);
  });

  it('are not shown of what is no element of CLIXML', () =>
    expect(fromClixml(document('<Obj RefId="0"><MS><hush N="a"/></MS></Obj>'), 'f').diagnostics).toMatchObject([
      { code: 'clixml-element', args: { element: '(not shown)' } },
    ]));

  it('and numbers are', () => {
    expect(fromClixml(document('<Obj/>'), 'f', { maxItems: 1 }).diagnostics).toMatchObject([
      { code: 'too-many-items', args: { limit: 1 } },
    ]);
  });
});
