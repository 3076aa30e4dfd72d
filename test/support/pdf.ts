import { execFileSync } from 'node:child_process';

/** Whether there is what reads PDFs (poppler-utils). */
export const canReadPdf = (): boolean => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** The text of each page as it is laid out, line by line without blank lines; runs of blanks are one. */
export const linesOfPdf = (pdf: Uint8Array): readonly (readonly string[])[] => {
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
  const pages = text.split('\f').slice(0, -1);
  return pages.map((page) =>
    page
      .split('\n')
      .map((line) => line.trim().replace(/\s+/g, ' '))
      .filter((line) => line !== ''),
  );
};
