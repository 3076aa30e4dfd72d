/** Characters that PowerShell counts as two cells of a console (East Asian wide and full width). */
const wide =
  /[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3040-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/** How many cells a text takes. PowerShell counts UTF-16 units, so that a surrogate pair takes two. */
export const cellsOf = (text: string): number => {
  if (!wide.test(text)) return text.length;
  let cells = 0;
  for (let i = 0; i < text.length; i++) cells += isWide(text, i) ? 2 : 1;
  return cells;
};

/** Where in the text the cell with that number begins, counted from 0; the text's length where it has fewer cells. */
export const indexOfCell = (text: string, cell: number): number => {
  if (!wide.test(text.slice(0, cell))) return Math.min(cell, text.length);
  let at = 0;
  for (let cells = 0; cells < cell && at < text.length; at++) cells += isWide(text, at) ? 2 : 1;
  return at;
};

const isWide = (text: string, at: number): boolean => wide.test(text.charAt(at));
