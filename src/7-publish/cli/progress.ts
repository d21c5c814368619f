/** Progress with rate and remaining time on standard error: a bar in a terminal, a line now and then elsewhere. */
import { SingleBar } from 'cli-progress';

export interface Progress {
  /** So many done; `note` is what is being worked on. */
  step(note?: string): void;
  end(): void;
}

const NONE: Progress = { step() {}, end() {} };

/** A line this often where there is no terminal. */
const LINE_EVERY_MS = 5000;

/** `total` null: not known beforehand. Few items need no progress. */
export function startProgress(total: number | null, unit: string, quiet = false): Progress {
  if (quiet || (total !== null && total <= 3)) return NONE;
  return process.stderr.isTTY && total !== null ? bar(total, unit) : lines(total, unit);
}

function bar(total: number, unit: string): Progress {
  const single = new SingleBar({
    format: `{bar} {value}/{total} ${unit} · {rate}/s · {eta_formatted} left · {note}`,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    barsize: 24,
  });
  const started = performance.now();
  let done = 0;
  single.start(total, 0, { rate: '…', note: '' });
  return {
    step(note = '') {
      done++;
      // A table or an archive holds more than the one that it was counted as.
      if (done > total) single.setTotal(done);
      const rate = (done / Math.max((performance.now() - started) / 1000, 0.001)).toFixed(1);
      single.update(done, { rate, note: note.slice(-40) });
    },
    end() {
      single.stop();
    },
  };
}

function lines(total: number | null, unit: string): Progress {
  const started = performance.now();
  let last = started;
  let done = 0;
  return {
    step() {
      done++;
      const now = performance.now();
      if (now - last < LINE_EVERY_MS) return;
      last = now;
      const rate = done / ((now - started) / 1000);
      const left =
        total === null || done >= total ? '' : `, about ${Math.ceil((total - done) / rate)} s left`;
      process.stderr.write(
        `${done}${total === null || done > total ? '' : ` of ${total}`} ${unit}, ${rate.toFixed(1)}/s${left}\n`,
      );
    },
    end() {},
  };
}
