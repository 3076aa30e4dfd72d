/** How often a line is written where standard error is no terminal, and a bar is drawn where it is one; in milliseconds. */
const everyLine = 5000;
const everyBar = 100;

export interface Progress {
  /** Says how many hosts are done. */
  readonly tell: (done: number) => void;
  /** Takes the bar away: what comes next begins on an empty line. */
  readonly end: () => void;
}

/**
 * Tells on standard error how far a run is: a bar on a terminal, else a line every few seconds, so that a short run says nothing.
 *
 * @param now milliseconds
 */
export const openProgress = (
  total: number,
  { write, columns, now }: { write: (text: string) => void; columns: number | undefined; now: () => number },
): Progress => {
  const began = now();
  let last = began;
  let isShown = false;
  return {
    tell: (done) => {
      const time = now();
      if (time - last < (columns === undefined ? everyLine : everyBar)) return;
      last = time;
      isShown = true;
      const text = progressText(done, total, (time - began) / 1000);
      write(columns === undefined ? `${text}\n` : `\r${barLine(done / total, text, columns)}`);
    },
    end: () => {
      if (isShown && columns !== undefined) write(`\r${' '.repeat(columns - 1)}\r`);
    },
  };
};

/** `120 of 2000 hosts, 41 a second, 46 s left` */
export const progressText = (done: number, total: number, seconds: number): string => {
  const rate = seconds > 0 ? done / seconds : 0;
  const shownRate = rate >= 10 ? Math.round(rate).toString() : rate.toFixed(1);
  const left = rate > 0 ? `, ${durationText((total - done) / rate)} left` : '';
  return `${done} of ${total} hosts, ${shownRate} a second${left}`;
};

const durationText = (seconds: number): string => {
  const whole = Math.ceil(seconds);
  if (whole < 100) return `${whole} s`;
  return whole < 6000 ? `${Math.ceil(whole / 60)} min` : `${(whole / 3600).toFixed(1)} h`;
};

/** The bar takes what room the text leaves; on a narrow terminal the text alone is shown, as much of it as fits. */
const barLine = (part: number, text: string, columns: number): string => {
  const room = Math.min(40, columns - text.length - 4);
  if (room < 5) return text.slice(0, columns - 1).padEnd(columns - 1);
  const full = Math.round(room * part);
  return `[${'#'.repeat(full)}${'.'.repeat(room - full)}] ${text}`.padEnd(columns - 1);
};
