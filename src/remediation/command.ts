import type { SettingName } from '../rules/what-exchange-allows.js';
import { literal } from './powershell.js';

/**
 * Set-SendConnector with values as an export has them; null removes a value.
 *
 * @param identity a PowerShell expression
 */
export const setSendConnector = (
  identity: string,
  values: readonly (readonly [SettingName, string | null])[],
): string =>
  `Set-SendConnector -Identity ${identity} ${values.map(([name, value]) => `-${name} ${argument(name, value)}`).join(' ')}`;

const argument = (name: SettingName, value: string | null): string => {
  if (value === null) return '$null';
  switch (name) {
    case 'DomainSecureEnabled':
    case 'DNSRoutingEnabled':
    case 'IgnoreSTARTTLS':
    case 'RequireTLS':
      return value === 'True' ? '$true' : '$false';
    case 'MaxMessageSize':
      return /^\d+$/.test(value) ? value : literal(value);
    default:
      return literal(value);
  }
};
