import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { adviceOf } from '../../src/remediation/advice.js';
import { planRemediation } from '../../src/remediation/plan.js';
import { assess } from '../support/assess.js';

/** The advice for each connector of a host, by the connector's name. */
const adviceFor = async (exports: Parameters<typeof assess>[0]) => {
  const { judged } = await assess(exports);
  if (judged?.judging === undefined) throw new Error('not judged');
  const advice = adviceOf(planRemediation(judged, judged.judging));
  return Object.fromEntries(
    judged.reviews.flatMap(({ vulnId, connectors }) => connectors.map((c) => [c.name, advice(c, vulnId)])),
  );
};

const header =
  'Name,Identity,Guid,Enabled,DomainSecureEnabled,DNSRoutingEnabled,IgnoreSTARTTLS,RequireTLS,TlsAuthLevel,TlsDomain';
const csv = (...rows: readonly string[]) => ({ 'send-connectors.csv': `${[header, ...rows].join('\r\n')}\r\n` });
const guid = '6f0e3d1c-0000-4000-8000-000000000001';

describe('advice on a connector', () => {
  it('is the command by its Guid, else by its name, which is never code', async () => {
    const found = await adviceFor(
      csv(
        `Internet,Internet,${guid},True,False,True,False,False,,`,
        `O'Brien $(whoami) \u201d,x,,True,False,True,False,False,,`,
        'Fine,Fine,,True,True,True,False,False,,',
      ),
    );
    expect(found['Internet']?.command).toBe(`Set-SendConnector -Identity '${guid}' -DomainSecureEnabled $true`);
    expect(found["O'Brien $(whoami) \u201d"]?.command).toBe(
      "Set-SendConnector -Identity ('' + 'O''Brien $(whoami) ' + [char]0x201D) -DomainSecureEnabled $true",
    );
    expect(found['Fine']).toBeUndefined();
  });

  it('says which rule the command opens', async () => {
    const found = await adviceFor(csv(`Internet,Internet,${guid},True,False,True,False,False,,`));
    expect(found['Internet']?.sentences.join(' ')).toMatch(/V-259639, which requires TlsAuthLevel DomainValidation/);
  });

  it('says why there is no command, and that it belongs on a POA&M', async () => {
    const found = await adviceFor({
      'send-connectors.xml': readFileSync('samples/edge/send-connectors.clixml.xml'),
    });
    const edgeSync = found['EdgeSync - Inbound to HQ-Site'];
    expect(edgeSync?.command).toBeUndefined();
    expect(edgeSync?.sentences).toEqual([
      expect.stringContaining('Edge Subscription writes this connector'),
      'Document it on a POA&M with this reason.',
    ]);
  });

  it('is another export where the export does not tell enough', async () => {
    const found = await adviceFor({ 'thin.csv': 'Name,Identity,DomainSecureEnabled\r\nMail,Mail,True\r\n' });
    expect(found['Mail']?.command).toBeUndefined();
    expect(found['Mail']?.sentences.at(-1)).toBe('Export again, then judge again.');
    expect(found['Mail']?.sentences.join(' ')).not.toMatch(/POA&M|Export-Clixml/);
  });
});
