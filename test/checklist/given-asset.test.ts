import { describe, expect, it } from 'vitest';
import { withGivenAsset } from '../../src/checklist/given-asset.js';
import { oneRule } from '../support/checklists.js';

const checklist = oneRule({ status: 'open' });
const nameless = { ...checklist, asset: { ...checklist.asset, hostName: '' } };
const codes = (given: Parameters<typeof withGivenAsset>[1], of = checklist) =>
  withGivenAsset(of, given, {}).diagnostics.map(({ code }) => code);

describe('what the user says of the asset', () => {
  it('takes the place of what the file says, and of nothing else', () => {
    const given = {
      host: ' EDGE07 ',
      fqdn: 'edge07.example.mil',
      ip: ['192.0.2.7', '2001:db8::7'],
      mac: ['0000.5e00.5307'],
      role: 'member server',
      marking: 'CUI//X',
    };
    const read = withGivenAsset(checklist, given, {});
    expect(read.ok && read.value).toEqual({
      ...checklist,
      asset: {
        ...checklist.asset,
        hostName: 'EDGE07',
        fqdn: 'edge07.example.mil',
        ipAddresses: ['192.0.2.7', '2001:db8::7'],
        macAddresses: ['00:00:5e:00:53:07'],
        role: 'Member Server',
        marking: 'CUI//X',
      },
    });
    expect(read.diagnostics.map(({ code }) => code)).toEqual(['host-trimmed']);
  });

  it('is the file itself where nothing is said', () => {
    const read = withGivenAsset(checklist, {}, {});
    expect(read.ok && read.value).toEqual(checklist);
    expect(read.diagnostics).toEqual([]);
  });

  it.each([
    [{ host: '' }, 'host-invalid'],
    [{ host: 'EDGE 07' }, 'host-invalid'],
    [{ fqdn: 'edge07' }, 'fqdn-invalid'],
    [{ ip: ['192.0.2.7/24'] }, 'ip-invalid'],
    [{ mac: ['00:00:5E'] }, 'mac-invalid'],
    [{ role: 'Server' }, 'role-invalid'],
  ] as const)('%j is refused', (given, code) => {
    expect(withGivenAsset(checklist, given, {}).ok).toBe(false);
    expect(codes(given)).toEqual([code]);
  });

  it('must name the host where the file names none', () => {
    expect(codes({}, nameless)).toEqual(['convert-host-missing']);
    expect(codes({ host: 'EDGE07' }, nameless)).toEqual([]);
  });
});
