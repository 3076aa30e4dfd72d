/**
 * A smart host as it is compared: an address by its value, with or without brackets; a name without case.
 */
export const comparable = (host: string): string => {
  const bare = host.trim().replace(/^\[(.*)\]$/, '$1');
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(bare)) return bare.split('.').map(Number).join('.');
  const ipv6 = `http://[${bare}]/`;
  return bare.includes(':') && URL.canParse(ipv6) ? new URL(ipv6).hostname : bare.toLowerCase();
};

export const isAddress = (host: string): boolean => /^(\[.*\]|\d+(\.\d+){3})$/.test(comparable(host));

/** Whether an address space is SMTP's, and of what. Type SMTP where none is named. */
export const smtpAddress = (space: string): string | undefined => {
  const [, type = 'SMTP', address] = /^(?:Local:)?(?:([a-z][a-z0-9]*):)?([^;:]+)(?:;\d+)?$/i.exec(space.trim()) ?? [];
  return type.toUpperCase() === 'SMTP' ? address : undefined;
};
