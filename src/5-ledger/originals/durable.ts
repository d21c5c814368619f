/** Writing files so that they are there after a power cut: the bytes and the name are both forced to disk. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

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
export function writeDurably(file: string, bytes: Uint8Array): void {
  const partial = `${file}.${process.pid}.partial`;
  const fd = openSync(partial, 'w', 0o600);
  try {
    let written = 0;
    while (written < bytes.length) written += writeSync(fd, bytes, written);
    fsyncSync(fd);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  } finally {
    closeSync(fd);
  }
  renameSync(partial, file);
}
