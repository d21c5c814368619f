/** Packs the entries again and compares byte by byte: whatever in a ZIP is not content follows from it. */
import { open } from 'node:fs/promises';
import yazl from 'yazl';
import { ENTRY_OPTIONS } from './format.ts';
import type { OpenZip } from './open-zip.ts';

/** Where the file first differs from what its entries make; null where it does not. */
export async function firstOtherByte(file: string, zip: OpenZip): Promise<string | null> {
  const again = new yazl.ZipFile();
  let inEntry = 'the beginning';
  for (const entry of zip.entries) {
    again.addReadStreamLazy(entry.fileName, ENTRY_OPTIONS, (take) => {
      inEntry = entry.fileName;
      zip.read(entry).then(
        (stream) => {
          stream.on('error', (error) => again.emit('error', error));
          take(null, stream);
        },
        (error: Error) => again.emit('error', error),
      );
    });
  }
  const failed = new Promise<never>((_, reject) => again.on('error', reject));
  // It may fail after the answer was found.
  failed.catch(() => undefined);
  again.end();
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    let at = 0;
    const pieces = again.outputStream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    for (;;) {
      const next = await Promise.race([pieces.next(), failed]);
      if (next.done) break;
      const made = Buffer.from(next.value);
      const there = Buffer.alloc(made.length);
      const { bytesRead } = await handle.read(there, 0, made.length, at);
      for (let i = 0; i < made.length; i++) {
        if (i >= bytesRead || there[i] !== made[i]) return `byte ${at + i}, at ${inEntry}`;
      }
      at += made.length;
    }
    return at === size ? null : `byte ${at}, after the end`;
  } catch (error) {
    return `${inEntry}: ${(error as Error).message}`;
  } finally {
    await handle.close();
  }
}
