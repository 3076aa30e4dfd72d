import { describe, expect, it } from 'vitest';
import { fromFormatList } from '../../src/evidence/list/read.js';
import { dashesBelow } from '../../src/evidence/list/table.js';

const rowsOf = (text: string) => {
  const read = fromFormatList(text, 'f');
  if (!read.ok) return read.diagnostics.map(({ code }) => code);
  expect(read.diagnostics.map(({ code }) => code)).toContain('list-table');
  return read.value.map(({ properties }) =>
    Object.fromEntries([...properties].map(([, { name, value }]) => [name, 'text' in value ? value.text : value.kind])),
  );
};

describe('a printed table', () => {
  it('is read by its dashes, and never whole', () => {
    expect(
      rowsOf(
        '\nName     DomainSecureEnabled Port\n----     ------------------- ----\nTo mail                 True   25\nPartners               False   25\n\n',
      ),
    ).toEqual([
      { Name: 'To mail', DomainSecureEnabled: 'True', Port: '25' },
      { Name: 'Partners', DomainSecureEnabled: 'False', Port: '25' },
    ]);
  });

  it('counts cells, not characters', () => {
    expect(rowsOf('Name DomainSecureEnabled\n---- -------------------\n\u6771\u4eac                False\n\n')).toEqual(
      [{ Name: '\u6771\u4eac', DomainSecureEnabled: 'False' }],
    );
  });

  it('does not know cells that are blank, cut, wrapped, or run into the next', () => {
    expect(
      rowsOf(
        'Name    DNSRoutingEnabled TlsDomain\n----    ----------------- ---------\nTo mail              True\nLong n\u2026             False mail.exa...\nWrapped              True mail.\nname                      example\nA much longer nameTrue    b\n\n',
      ),
    ).toEqual([
      { Name: 'To mail', DNSRoutingEnabled: 'True', TlsDomain: 'unreadable' },
      { Name: 'unreadable', DNSRoutingEnabled: 'False', TlsDomain: 'unreadable' },
      { Name: 'unreadable', DNSRoutingEnabled: 'True', TlsDomain: 'unreadable' },
      { Name: 'unreadable', DNSRoutingEnabled: 'unreadable', TlsDomain: 'b' },
    ]);
  });

  it('does not know columns whose name is broken or cut', () => {
    expect(
      rowsOf(
        'Name TlsDom DNSRoutingEnabled\n     ain\n---- ------ -----------------\nA    x                   True\n\n',
      ),
    ).toEqual([{ Name: 'A', DNSRoutingEnabled: 'True' }]);
    expect(
      rowsOf('Name TlsDo\u2026 DNSRoutingEnabled\n---- ------ -----------------\nA    x                   True\n\n'),
    ).toEqual([{ Name: 'A', DNSRoutingEnabled: 'True' }]);
  });

  it('keeps no secret', () => {
    expect(
      rowsOf(
        'AuthenticationCredential DomainSecureEnabled\n------------------------ -------------------\nhunter2                                 True\n\n',
      ),
    ).toEqual([{ AuthenticationCredential: 'withheld', DomainSecureEnabled: 'True' }]);
  });

  it('without a column that a verdict hangs on is refused, unless there are other connectors', () => {
    const table = 'Identity Enabled\n-------- -------\nA           True\n\n';
    expect(rowsOf(table)).toEqual(['table-without-settings']);
    expect(rowsOf(`${table}Name                : B\nDomainSecureEnabled : True\n\n`)).toEqual([
      { Name: 'B', DomainSecureEnabled: 'True' },
    ]);
  });

  it.each([
    ['Name Id\n---- --', 1],
    ['Name   D\n       S\n       E\n----   -', 3],
    ['  Id Name\n  -- ----', 1],
    ['Name\n----', 1],
    ['Send connectors\n---------------', undefined],
    ['Name,Enabled\n----,----', undefined],
    ['Name Id\n\n---- --', undefined],
    ['Name Id\n---- -- x', undefined],
    [`${'1\n'.repeat(64)}- -`, 64],
    [`${'1\n'.repeat(65)}- -`, undefined],
    ['', undefined],
  ])('%j has its dashes in line %s', (text, line) => expect(dashesBelow(text.split('\n'), 0)).toBe(line));
});
