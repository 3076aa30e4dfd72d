import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { messageOf } from '../../src/diagnostics/diagnostic.js';
import { readExport } from '../../src/evidence/read-export.js';
import { readTransportConfig } from '../../src/evidence/transport-config.js';
import { expectGolden } from '../support/golden.js';

const root = fileURLToPath(new URL('fixtures/transport-config/', import.meta.url));

const inputs = readdirSync(root).map((name) => {
  const file = readdirSync(join(root, name)).find((one) => one.startsWith('export.')) ?? '';
  return { name, file, bytes: readFileSync(join(root, name, file)) };
});

describe('readTransportConfig', () => {
  it.each(inputs)('$name', async ({ name, file, bytes }) => {
    const reading = await readTransportConfig(bytes, file);
    // UPDATE=1 cannot make this right.
    expect(reading.ok).toBe(!name.startsWith('refused-'));
    const doubts = reading.diagnostics.filter(({ effect }) => effect === 'withholds-pass');
    expect(doubts.length > 0).toBe(name.startsWith('doubtful-'));
    const told = reading.diagnostics.map((d) => ({ code: d.code, place: d.place, message: messageOf(d) }));
    const plain = { ...(reading.ok ? reading.value : {}), diagnostics: told };
    expectGolden(
      `${JSON.stringify(plain, null, 2)}\n`,
      new URL(`fixtures/transport-config/${name}/expected.json`, import.meta.url),
    );
  });

  it.each(inputs.filter(({ name }) => !/^refused|with-connector/.test(name)))(
    'is refused by its name as an export of send connectors: $name',
    async ({ file, bytes }) => {
      const reading = await readExport(bytes, file);
      expect(reading.ok).toBe(false);
      expect(reading.diagnostics.map(messageOf).join()).toContain('the transport configuration (Get-TransportConfig)');
    },
  );

  it('is no transport configuration in the samples of send connectors', async () => {
    const bytes = readFileSync('samples/edge/send-connectors.clixml.xml');
    const reading = await readTransportConfig(bytes, 'send-connectors.xml');
    expect(reading.diagnostics.map(({ code }) => code)).toEqual(['not-a-transport-config']);
  });

  it.each(inputs.filter(({ name }) => !/^(refused|doubtful)/.test(name)))(
    'never has another size for whole where the file is cut off: $name',
    async ({ file, bytes }) => {
      const whole = await readTransportConfig(bytes, file);
      const size = whole.ok ? whole.value.configs[0]?.maxSendSize : undefined;
      for (let length = 0; length < bytes.length; length += 3) {
        const cut = await readTransportConfig(bytes.subarray(0, length), file);
        const isWhole = cut.ok && cut.diagnostics.every(({ effect }) => effect !== 'withholds-pass');
        const found = cut.ok ? cut.value.configs[0]?.maxSendSize : undefined;
        if (isWhole && found?.state === 'known') expect([length, found]).toEqual([length, size]);
      }
    },
  );
});
