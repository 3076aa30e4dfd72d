import { expect, test } from 'vitest';
import { rowOf } from '../../src/model/connector.js';
import type { PropertyType } from '../../src/model/connector-properties.js';
import { known, type Property, unknown } from '../../src/model/property.js';
import { nothingSaid, type SiteWord } from '../../src/model/site-word.js';
import { rules } from '../../src/rules/registry.js';
import { randomOf } from '../fuzz/random.js';
import { connector } from '../support/connectors.js';

// `judge` takes the result of the record before where the properties that a rule names are the same.

type Values = readonly [Property<unknown>, ...Property<unknown>[]];

const unknowns: Values = [known(null), unknown('absent')];
const values: Readonly<Record<PropertyType, Values>> = {
  boolean: [known(true), known(false), ...unknowns],
  'tls-auth-level': [known('EncryptionOnly'), known('DomainValidation'), ...unknowns],
  text: [known('Partner mail'), ...unknowns],
  domain: [known('mail.example.mil'), known('*.example.mil'), ...unknowns],
  guid: unknowns,
  'smart-hosts': [known(['10.1.2.3']), known(['mail.example.mil']), known(['--']), known([]), ...unknowns],
  'address-spaces': [known(['SMTP:*;1']), known(['SMTP:--;1']), known(['SMTP:example.mil;1']), ...unknowns],
  duration: [known('00:10:00'), known('00:20:00'), ...unknowns],
  size: [known('Unlimited'), known('36,700,160 bytes'), ...unknowns],
};
const words: readonly [SiteWord, ...SiteWord[]] = [
  nothingSaid,
  { ...nothingSaid, planReviewed: true, internetFacing: 'true', smartHosts: ['10.1.2.3'], nameIsClear: 'true' },
  {
    ...nothingSaid,
    internetFacing: 'false',
    validationMethod: 'DomainSecureEnabled',
    maxSendSize: { configured: '1' },
  },
];

test.each(rules.map((rule, i) => [`${rule.identity.vulnId}, text ${i}`, rule] as const))(
  'the clauses of %s look at no property that none of them names',
  (_, { clauses }) => {
    const named = new Map<string | symbol, Values>(
      clauses.flatMap(({ properties }) => properties.map((name) => [rowOf(name).key, values[rowOf(name).type]])),
    );
    const asked = new Set<string | symbol>();
    for (let seed = 0; seed < 500; seed++) {
      const random = randomOf(seed);
      const chosen = new Map([...named].map(([key, all]) => [key, random.pick(all)]));
      const record = new Proxy(connector(), {
        get: (target, key) => {
          asked.add(key);
          return chosen.get(key) ?? Reflect.get(target, key);
        },
      });
      const site = random.pick(words);
      for (const clause of clauses) {
        const truth = clause.holds(record, site);
        clause.when?.holds(record, site);
        if (typeof clause.reading === 'function') clause.reading(record, site, truth);
      }
    }
    for (const name of clauses.flatMap(({ when }) => when?.properties ?? [])) asked.add(rowOf(name).key);
    expect([...asked].filter((key) => !named.has(key))).toEqual([]);
  },
);
