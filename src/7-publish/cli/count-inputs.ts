/** How many reports a run will bring, as far as that can be told beforehand: files in folders count, the rest is one each. */
import { readdir, stat } from 'node:fs/promises';

export async function countInputs(inputs: readonly string[]): Promise<number> {
  let total = 0;
  for (const input of inputs) total += (await isFolder(input)) ? await filesIn(input) : 1;
  return total;
}

async function isFolder(input: string): Promise<boolean> {
  return stat(input).then(
    (s) => s.isDirectory(),
    () => false,
  );
}

async function filesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).length;
}
