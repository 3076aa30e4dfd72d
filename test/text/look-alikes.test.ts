import { describe, expect, it } from 'vitest';
import { foldLookAlikes } from '../../src/text/look-alikes.js';

describe('foldLookAlikes', () => {
  const plain = foldLookAlikes('DomainSecureEnabled');
  it.each([
    ['case', 'DOMAINSECUREENABLED'],
    ['blanks', ' Domain Secure\u00a0Enabled '],
    ['punctuation', '"Domain-Secure_Enabled"'],
    ['characters without width', 'Domain\u200bSecure\u200d\ufeffEnabled\u00ad'],
    ['control characters', 'DomainSecureEnabled\0'],
    ['direction marks', '\u202dDomainSecureEnabled'],
    ['full width', '\uff24\uff2f\uff2dainSecureEnabled'],
    ['mathematical letters', '\u{1d403}omainSecureEnabled'],
    ['accents', 'Domai\u0301nS\u00e9cureEnabled'],
    ['a variation selector', 'Domain\ufe0fSecureEnabled'],
    ['Cyrillic', 'D\u043em\u0430in\u0405\u0435\u0441ureEn\u0430bled'],
    ['Greek', 'D\u03bfma\u03b9nSecureE\u03b7abled'],
    ['Cherokee and Lisu', '\ua4d3omainSecure\u13acnab\u{10320}ed'],
    ['I, l, 1 and |', 'DomalnSecureEnab1ed'],
    ['rn for m', 'DornainSecureEnabled'],
    ['a zero', 'D0mainSecureEnabled'],
  ])('makes one of %s', (_, name) => expect(foldLookAlikes(name)).toBe(plain));

  it.each(['DomainSecureEnable', 'DomainSecureEnabled2', 'SecureDomainEnabled', 'DomainSecuredEnabled', ''])(
    'and not of %j',
    (name) => expect(foldLookAlikes(name)).not.toBe(plain),
  );
});
