/** Lines of a large file, one after another, in constant memory. */
import { open } from 'node:fs/promises';
import { ReportedlyError } from '../../../errors.ts';

const CHUNK = 1 << 20;
/** No line of a gazetteer is longer; one that is means the file is something else. */
const LONGEST_LINE = 1 << 20;

/** Yields batches of lines with the bytes read so far, so that the caller can show progress. */
export async function* readLines(file: string): AsyncGenerator<{ lines: string[]; bytes: number }> {
  const handle = await open(file, 'r').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') throw new ReportedlyError('input-not-found', { input: file }, { cause });
    throw new ReportedlyError('input-unreadable', { input: file, reason: String(cause.code) }, { cause });
  });
  try {
    const buffer = Buffer.alloc(CHUNK);
    const decoder = new TextDecoder();
    let rest = '';
    let bytes = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, CHUNK);
      if (bytesRead === 0) break;
      bytes += bytesRead;
      const lines = (rest + decoder.decode(buffer.subarray(0, bytesRead), { stream: true })).split('\n');
      rest = lines.pop()!;
      if (rest.length > LONGEST_LINE || lines.some((line) => line.length > LONGEST_LINE))
        throw new ReportedlyError('input-unreadable', {
          input: file,
          reason: 'its lines are too long for a table',
        });
      yield { lines: lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line)), bytes };
    }
    if (rest !== '') yield { lines: [rest], bytes };
  } finally {
    await handle.close();
  }
}

/** Cells of a CSV line: quotes as RFC 4180 has them; a line break inside a cell is not read. */
export function csvCells(line: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const letter = line[i]!;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (line[i + 1] === '"') cell += line[++i];
      else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === ',') {
      cells.push(cell.trim());
      cell = '';
    } else cell += letter;
  }
  cells.push(cell.trim());
  return cells;
}
