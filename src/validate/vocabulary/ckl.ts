import { sidNames, vulnAttributes } from '../../formats/ckl/names.js';
import { cklTechnologyAreas } from '../../model/ckl-technology-areas.js';
import type { ElementType, Vocabulary } from './vocabulary.js';

const text: ElementType = { text: 'string' };
const words = (...enumeration: string[]): ElementType => ({ text: { enumeration } });

/** CKL, the format of STIG Viewer 2, as DISA's checklist schema 2.5 has it: every sequence is strict. */
export const cklVocabulary: Vocabulary = {
  namespace: '',
  roots: { CHECKLIST: 'CHECKLIST' },
  types: {
    text,
    CHECKLIST: { children: ['ASSET', 'STIGS'] },
    ASSET: {
      children: [
        'ROLE',
        'ASSET_TYPE',
        'MARKING:text?',
        'HOST_NAME:text',
        'HOST_IP:text',
        'HOST_MAC:text',
        'HOST_GUID:text?',
        'HOST_FQDN:text',
        'TARGET_COMMENT:text?',
        'TECH_AREA',
        'TARGET_KEY:text',
        'STIG_GUID:text?',
        'WEB_OR_DATABASE',
        'WEB_DB_SITE:text',
        'WEB_DB_INSTANCE:text',
      ],
    },
    ROLE: words('None', 'Workstation', 'Member Server', 'Domain Controller'),
    ASSET_TYPE: words('Computing', 'Non-Computing'),
    TECH_AREA: words('', ...cklTechnologyAreas),
    WEB_OR_DATABASE: { text: 'boolean' },
    STIGS: { children: ['iSTIG+'] },
    iSTIG: { children: ['STIG_INFO', 'VULN+'] },
    STIG_INFO: { children: ['SI_DATA+'] },
    SI_DATA: { children: ['SID_NAME', 'SID_DATA:text?'] },
    SID_NAME: words(...sidNames),
    VULN: {
      children: [
        'STIG_DATA+',
        'STATUS',
        'FINDING_DETAILS:text',
        'COMMENTS:text',
        'SEVERITY_OVERRIDE',
        'SEVERITY_JUSTIFICATION:text',
      ],
    },
    STIG_DATA: { children: ['VULN_ATTRIBUTE', 'ATTRIBUTE_DATA:text'] },
    VULN_ATTRIBUTE: words(...vulnAttributes),
    STATUS: words('NotAFinding', 'Open', 'Not_Applicable', 'Not_Reviewed'),
    SEVERITY_OVERRIDE: words('', 'low', 'medium', 'high'),
  },
};
