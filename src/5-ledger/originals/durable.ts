/** Writing files so that they are there after a power cut: the bytes and the name are both forced to disk. */
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';

/** Forces the names in a folder to disk. */
export function syncFolder(folder: string): void {
  // Windows cannot open a folder; there the rename itself is durable.
  if (process.platform === 'win32') return;
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Writes `bytes` under a passing name, forces them to disk and renames. The folder itself is for the caller to sync. */
export async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const partial = `${file}.${process.pid}.partial`;
  try {
    const handle = await open(partial, 'w', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.datasync();
    } finally {
      await handle.close();
    }
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}
