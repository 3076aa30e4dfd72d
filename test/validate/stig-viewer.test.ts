import { describe, expect, it } from 'vitest';
import { toCkl } from '../../src/formats/ckl/write.js';
import { toCklb } from '../../src/formats/cklb/write.js';
import { toXccdf } from '../../src/formats/xccdf/write.js';
import { stigViewer } from '../../src/importers/stig-viewer.js';
import { oneRule, testTool } from '../support/checklists.js';
import { document, type Format } from '../support/documents.js';

const checklist = oneRule({ status: 'open', findingDetails: 'One connector is open.' });
const texts: Readonly<Record<Format, string>> = {
  ckl: toCkl(checklist, testTool).text,
  cklb: toCklb(checklist, { strict: false }).text,
  xccdf: toXccdf(checklist, testTool).text,
};

const predicted = (format: Format, from: RegExp, to: string | ((found: string) => string)) =>
  stigViewer.predict(
    document(
      format,
      texts[format].replace(from, (found) => (typeof to === 'string' ? to : to(found))),
    ),
  );

describe('what is told of STIG Viewer', () => {
  it('finds nothing in what this program writes', () => {
    for (const format of ['ckl', 'cklb', 'xccdf'] as const)
      expect(stigViewer.predict(document(format, texts[format]))).toEqual([]);
  });

  it('wants the prefix cdf: at XCCDF’s elements, and says it once', () => {
    const renamed = predicted('xccdf', /cdf(?=[:=])/g, 'x');
    expect(renamed).toMatchObject([
      { code: 'stig-viewer-prefix', severity: 'error', place: { line: 2 }, args: { prefix: 'x:' } },
    ]);
    const none = predicted('xccdf', /xmlns:cdf|(?<=<\/?)cdf:/g, (found) => (found === 'cdf:' ? '' : 'xmlns'));
    expect(none).toMatchObject([{ code: 'stig-viewer-prefix', args: { prefix: 'none' } }]);
  });

  it('wants the CKL’s own words', () => {
    expect(predicted('ckl', /<ROLE>None</, '<ROLE><')).toMatchObject([
      { code: 'stig-viewer-role', severity: 'error', importer: 'stig-viewer', place: { property: 'ROLE' } },
    ]);
    expect(predicted('ckl', /<STATUS>Open</, '<STATUS>No_Data<')).toMatchObject([
      {
        code: 'stig-viewer-status',
        severity: 'error',
        place: { property: 'V-259594 STATUS' },
        args: { word: 'No_Data' },
      },
    ]);
  });

  it('wants the version of a STIG as a string', () => {
    expect(predicted('cklb', /"version": "2"/, '"version": 2')).toMatchObject([
      {
        code: 'stig-viewer-version',
        severity: 'warning',
        place: { property: 'stigs[0] version' },
        args: { version: '2' },
      },
    ]);
    expect(predicted('cklb', /"version": "2",/, '')).toEqual([]);
  });
});
