/**
 * True where two names may be one host's: they are equal (case and a dot at the end aside), or one of them has no dots and is
 * the first label of the other. Two dotted names that differ are two hosts.
 */
export const isSameHost = (a: string, b: string): boolean => {
  const [one, other] = [plain(a), plain(b)];
  if (one === other) return true;
  return (isLabel(one) || isLabel(other)) && firstLabel(one) === firstLabel(other);
};

const plain = (name: string): string => name.trim().toLowerCase().replace(/\.$/, '');

const isLabel = (name: string): boolean => !name.includes('.');

/** An address has no labels. */
const firstLabel = (name: string): string => (/^[\d.]+$/.test(name) ? name : (name.split('.')[0] ?? name));
