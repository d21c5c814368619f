/** Data goes to standard output, everything said to people to standard error. */
import { writeSync } from 'node:fs';

/** Writes data, waiting where a pipe is full; ends the process quietly where the reader has gone. */
export function write(data: string): void {
  let bytes = Buffer.from(data);
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(1, bytes));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') process.exit(0);
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/** A line for people. */
export function say(line = ''): void {
  process.stderr.write(`${line}\n`);
}
