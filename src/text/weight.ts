/** XCCDF's weightType: a decimal of at most three digits. */
export const weightType = /^\d{1,3}$|^\d\.\d{1,2}$|^\d\d\.\d$/;

/** A weight without the zeros that add nothing: `10.0` for OpenSCAP's `10.000000`. What has more digits than XCCDF allows stays as it is. */
export const plainWeight = (text: string): string => {
  const weight = text.trim();
  const [, whole = '', fraction = ''] = /^\+?(\d*)(?:\.(\d*))?$/.exec(weight) ?? [];
  if (weightType.test(weight) || whole + fraction === '') return weight;
  const short = `${whole.replace(/^0+(?=\d)/, '') || '0'}.${withoutZerosAtEnd(fraction) || '0'}`;
  return [short, short.replace(/\.0$/, '')].find((one) => weightType.test(one)) ?? weight;
};

/** A regular expression would take time quadratic in the number of zeros. */
export const withoutZerosAtEnd = (digits: string): string => {
  let end = digits.length;
  while (digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
};
