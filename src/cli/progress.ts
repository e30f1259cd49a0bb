/** Tells how far a long run has come, a few times a second at most. */
export interface Progress {
  /** One more file is done. */
  step(): void;
  /** Says the last word and leaves the line. */
  end(): void;
}

/**
 * Progress as one line that is written over again on a terminal, as a line every ten seconds elsewhere.
 * @param now milliseconds, for tests
 */
export function progressOn(
  write: (text: string) => void,
  terminal: boolean,
  now: () => number = () => performance.now(),
): Progress {
  const pause = terminal ? 200 : 10_000;
  const start = now();
  let files = 0;
  let said = start;
  const say = (time: number): void => {
    said = time;
    const seconds = (time - start) / 1000;
    const rate = seconds > 0 ? Math.round(files / seconds) : 0;
    const line = `${files.toLocaleString('en')} files, ${rate.toLocaleString('en')} a second`;
    write(terminal ? `\r${line}\u001b[K` : `${line}\n`);
  };
  return {
    step() {
      files++;
      const time = now();
      if (time - said >= pause) say(time);
    },
    end() {
      say(now());
      if (terminal) write('\n');
    },
  };
}
