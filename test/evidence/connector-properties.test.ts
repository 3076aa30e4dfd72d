import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const table = '../../src/model/connector-properties.js';
type Table = typeof import('../../src/model/connector-properties.js');

/** The modules that ask the table, loaded with it. */
const load = async () => ({
  ...(await import('../../src/cli/render/inspection.js')),
  ...(await import('../../src/diagnostics/export-command.js')),
  ...(await import('../../src/evidence/combine.js')),
  ...(await import('../../src/evidence/property-names.js')),
  ...(await import('../../src/evidence/read-export.js')),
});
let more: Awaited<ReturnType<typeof load>>;

/** What a change of the table would be: one row more, and nothing else in any file. */
beforeAll(async () => {
  vi.resetModules();
  vi.doMock(table, async (original) => {
    const { connectorProperties } = await original<Table>();
    const MailFlowPartner = { key: 'mailFlowPartner', type: 'boolean', csv: true, compared: true, unreadable: 'error' };
    return { connectorProperties: { ...connectorProperties, MailFlowPartner } };
  });
  more = await load();
});

afterAll(() => {
  vi.doUnmock(table);
  vi.resetModules();
});

const read = async (csv: string) => {
  const reading = await more.readExport(new TextEncoder().encode(csv), 'a.csv');
  expect(reading.ok).toBe(true);
  return { connectors: reading.ok ? reading.value.connectors : [], diagnostics: reading.diagnostics };
};

describe('a property that is one row more', () => {
  const csv =
    'Name,Identity,DomainSecureEnabled,mailflowpartner\r\nA,A,True,False\r\nA,A,True,True\r\nB,B,True,perhaps\r\n';

  it('is read by its type, and what cannot be read is said', async () => {
    const { connectors, diagnostics } = await read(csv);
    expect(connectors.map((connector) => Reflect.get(connector, 'mailFlowPartner'))).toEqual([
      { state: 'known', value: false },
      { state: 'known', value: true },
      { state: 'unknown', reason: 'unreadable', seen: 'perhaps' },
    ]);
    expect(diagnostics.map(({ code, place, args }) => [code, place.property, args])).toContainEqual([
      'property-unreadable',
      'MailFlowPartner',
      { expected: 'True or False', found: 'perhaps' },
    ]);
  });

  it('is compared between records and shown by inspect', async () => {
    const { connectors } = await read(csv);
    expect(more.combine(connectors).diagnostics.map(({ code, place }) => [code, place.property])).toEqual([
      ['records-differ', 'MailFlowPartner'],
    ]);
    expect([...more.renderInspection([], connectors)].join('')).toMatch(/MailFlowPartner +False/);
  });

  it('is in the CSV command, and its name is known', () => {
    expect(more.exportCommands.csv).toMatch(/,MailFlowPartner \| Export-Csv /);
    expect([more.headerNames.has('mailflowpartner'), more.isSendConnectorName('mailflowpartner')]).toEqual([
      true,
      true,
    ]);
    expect(more.shownName('MAILFLOWPARTNER')).toBe('MailFlowPartner');
  });
});
