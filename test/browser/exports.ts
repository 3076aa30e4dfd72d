/** Made-up exports. */
const guid = (number: number): string => `6f0e3d1c-0000-4000-8000-${String(number).padStart(12, '0')}`;

const head =
  'PSComputerName,Name,Identity,Guid,Enabled,DomainSecureEnabled,DNSRoutingEnabled,TlsAuthLevel,TlsDomain,RequireTLS,IgnoreSTARTTLS,SmartHosts,AddressSpaces';

/** A CSV of one host with as many connectors; every third host has one that breaks the rule. */
export const hostExport = (host: string, number: number, connectors = 2): string => {
  const rows = Array.from({ length: connectors }, (_, i) => {
    const isSecure = number % 3 !== 0 || i > 0;
    const name = `Partner ${i + 1}`;
    const settings = isSecure
      ? 'True,True,True,DomainValidation,partner.example.mil,True,False'
      : 'True,False,True,,,True,False';
    return `${host},${name},${name},${guid(number * 100 + i)},${settings},,smtp:partner.example.mil;1`;
  });
  return [head, ...rows, ''].join('\r\n');
};
