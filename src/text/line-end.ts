/** The line end that a text has most of; LF where it has none. */
export const lineEndOf = (text: string): '\n' | '\r\n' | '\r' => {
  const both = count(text, '\r\n');
  const lf = count(text, '\n') - both;
  const cr = count(text, '\r') - both;
  if (both > 0 && both >= lf && both >= cr) return '\r\n';
  return cr > lf ? '\r' : '\n';
};

const count = (text: string, what: string): number => {
  let found = 0;
  for (let at = text.indexOf(what); at !== -1; at = text.indexOf(what, at + what.length)) found++;
  return found;
};
