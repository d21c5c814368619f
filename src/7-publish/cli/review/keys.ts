/** Keys and lines from the person at the terminal; from a pipe, the same keys one after another. */
import type { Readable } from 'node:stream';

export interface Keys {
  /** The next key that is no white space; null at the end of input. */
  key(): Promise<string | null>;
  /** A line, ended by Enter; null at the end of input, or when Escape was pressed. */
  line(): Promise<string | null>;
  close(): void;
}

const ENTER = /[\r\n]/;
const ESCAPE = '\u001b';
const BACKSPACES = ['\b', '\u007f'];
/** Ctrl-C and Ctrl-D, which in raw mode come as letters. */
const ENDS = ['\u0003', '\u0004'];

type Terminal = Readable & { isTTY?: boolean; setRawMode?: (raw: boolean) => void };

/** `echo` shows what is typed; needed where the terminal does not. */
export function readKeys(input: Terminal, echo: (text: string) => void): Keys {
  input.setRawMode?.(true);
  const letters = lettersOf(input)[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await letters.next();
    return done || ENDS.includes(value) ? null : value;
  };
  return {
    async key() {
      for (;;) {
        const letter = await next();
        if (letter === null || /\S/.test(letter)) return letter;
      }
    },
    async line() {
      let line = '';
      for (;;) {
        const letter = await next();
        if (letter === null) return line === '' ? null : line;
        if (letter === ESCAPE) return null;
        if (ENTER.test(letter)) {
          // The Enter that ended the line before is no empty line.
          if (line === '' && !input.isTTY) continue;
          if (input.isTTY) echo('\n');
          return line.trim();
        }
        if (BACKSPACES.includes(letter)) {
          if (line !== '') echo('\b \b');
          line = line.slice(0, -1);
        } else {
          line += letter;
          if (input.isTTY) echo(letter);
        }
      }
    },
    close() {
      input.setRawMode?.(false);
      input.pause();
      input.destroy();
    },
  };
}

async function* lettersOf(input: Readable): AsyncGenerator<string> {
  input.setEncoding('utf8');
  for await (const chunk of input) yield* chunk as string;
}
