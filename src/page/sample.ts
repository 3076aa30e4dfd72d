import type { PageFile } from './page-file.js';

/** The sample's name says what it is wherever it is shown or written: in the list of files, in the finding details, in the report. */
export const sampleName = 'sample-send-connectors.csv';

const head =
  'PSComputerName,Name,Identity,Guid,Enabled,DomainSecureEnabled,DNSRoutingEnabled,TlsAuthLevel,TlsDomain,RequireTLS,IgnoreSTARTTLS,SmartHosts,AddressSpaces';
const row = (number: number, name: string, settings: string): string =>
  `SAMPLE-EDGE01.example.mil,${name},${name},6f0e3d1c-0000-4000-8000-00000000000${number},True,${settings},,smtp:${number}.example.mil;1`;

/** An export of an invented host with an open connector, as someone's first file to try. */
export const sampleExport = (): PageFile => ({
  path: sampleName,
  blob: new Blob([
    [
      head,
      row(1, 'Sample: internet', 'False,True,EncryptionOnly,,True,False'),
      row(2, 'Sample: partner', 'True,True,,,True,False'),
      row(3, 'Sample: second partner', 'True,True,,,True,False'),
      '',
    ].join('\r\n'),
  ]),
});
