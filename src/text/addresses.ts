/** The address without the length of a prefix or a netmask behind it: `192.0.2.1/24`, `fe80::1/64`. */
export const withoutPrefixLength = (text: string): string => {
  const [address = '', mask = '', ...more] = text.split('/');
  const isMask = /^\d{1,3}$/.test(mask) || ipValue(mask) !== undefined;
  return more.length === 0 && isMask && ipValue(address) !== undefined ? address : text;
};

/** What tells an IPv4 or IPv6 address from others, however it is written; undefined for anything else. */
export const ipValue = (text: string): string | undefined => {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(text))
    return text.split('.').every((part) => String(Number(part)) === part && Number(part) < 256) ? text : undefined;
  const [address = '', ...zone] = text.split('%');
  const url = `http://[${address}]/`;
  return /^[0-9a-f:.]+$/i.test(address) && address.includes(':') && URL.canParse(url)
    ? [new URL(url).hostname, ...zone].join('%').toLowerCase()
    : undefined;
};

/** Six or eight pairs of hexadecimal digits in any of the usual groupings, with colons; undefined for anything else. */
export const macValue = (text: string): string | undefined =>
  /^([0-9a-f]{2}([:-]?)([0-9a-f]{2}\2){4}([0-9a-f]{2}\2[0-9a-f]{2}\2)?[0-9a-f]{2}|([0-9a-f]{4}\.){2,3}[0-9a-f]{4})$/i.test(
    text,
  )
    ? text.replace(/[:.-]/g, '').toUpperCase().match(/../g)?.join(':')
    : undefined;
