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
