import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { renderInspection } from '../../src/cli/render/inspection.js';
import { exportCommands } from '../../src/diagnostics/export-command.js';
import { combine } from '../../src/evidence/combine.js';
import { headerNames, isSendConnectorName, shownName } from '../../src/evidence/property-names.js';
import { readExport } from '../../src/evidence/read-export.js';

/** What a change of the table would be: one row more, and nothing else in any file. */
vi.mock('../../src/model/connector-properties.js', async (original) => {
  const { connectorProperties } = await original<typeof import('../../src/model/connector-properties.js')>();
  const MailFlowPartner = { key: 'mailFlowPartner', type: 'boolean', csv: true, compared: true, unreadable: 'error' };
  return { connectorProperties: { ...connectorProperties, MailFlowPartner } };
});

const read = async (csv: string) => {
  const reading = await readExport(new TextEncoder().encode(csv), 'a.csv');
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
      { expected: 'True or False', actual: 'perhaps' },
    ]);
  });

  it('is compared between records and shown by inspect', async () => {
    const { connectors } = await read(csv);
    expect(combine(connectors).diagnostics.map(({ code, place }) => [code, place.property])).toEqual([
      ['records-differ', 'MailFlowPartner'],
    ]);
    expect(renderInspection([], connectors)).toMatch(/MailFlowPartner +False/);
  });

  it('is in the CSV command, and its name is known', () => {
    expect(exportCommands.csv).toMatch(/,MailFlowPartner \| Export-Csv /);
    expect([headerNames.has('mailflowpartner'), isSendConnectorName('mailflowpartner')]).toEqual([true, true]);
    expect(shownName('MAILFLOWPARTNER')).toBe('MailFlowPartner');
  });
});

describe('the README', () => {
  it('has the CSV command that follows from the table', async () => {
    vi.resetModules();
    vi.doUnmock('../../src/model/connector-properties.js');
    const { exportCommands: real } = await import('../../src/diagnostics/export-command.js');
    const readme = new URL('../../README.md', import.meta.url);
    const text = readFileSync(readme, 'utf8');
    const right = text.replace(/^Get-SendConnector \| Select-Object Name,.*$/m, () => real.csv);
    if (process.env['UPDATE'] === '1') writeFileSync(readme, right);
    else expect(text).toBe(right);
    expect(right.split('\n')).toEqual(expect.arrayContaining([real.csv, real.clixml]));
  });
});
