import { expect, test } from 'vitest';
import { uuidNamespace, uuidV5 } from '../../src/text/uuid.js';

test('agrees with the example of RFC 9562, appendix A.4', () => {
  expect(uuidV5('www.example.com', '6ba7b810-9dad-11d1-80b4-00c04fd430c8')).toBe(
    '2ed6657d-e927-568b-95e1-2665a8aea6a2',
  );
});

test('the namespace is the UUID of the program in the URL namespace', () => {
  expect(uuidV5('exchange-stig', '6ba7b811-9dad-11d1-80b4-00c04fd430c8')).toBe(uuidNamespace);
});

test('takes any text', () => {
  expect(uuidV5('lone \ud800')).toBe(uuidV5('lone \ufffd'));
  expect(uuidV5('ü')).not.toBe(uuidV5('u'));
});
