/** Data goes to standard output, everything said to people to standard error. */
import { writeSync } from 'node:fs';

/** Where output goes; tests put a buffer in its place. */
export interface Outlet {
  data(text: string): void;
  line(text: string): void;
}

const STANDARD: Outlet = {
  data: writeWaiting,
  line: (text) => void process.stderr.write(`${text}\n`),
};
let outlet = STANDARD;

/** Sends all output elsewhere until it is called without an outlet. */
export function divertOutput(to: Outlet = STANDARD): void {
  outlet = to;
}

/** Writes data, waiting where a pipe is full; ends the process quietly where the reader has gone. */
export function write(data: string): void {
  outlet.data(data);
}

/** A line for people. */
export function say(line = ''): void {
  outlet.line(line);
}

function writeWaiting(data: string): void {
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
