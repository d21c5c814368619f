/** Takes inputs in and extracts them, as a run does, for tests of formats. */
import { type AcquireOptions, acquire } from '../../src/1-acquire/acquire.ts';
import type { AcquireInput } from '../../src/1-acquire/importer.ts';
import { extract } from '../../src/2-extract/extract.ts';
import type { Extracted } from '../../src/2-extract/extracted.ts';
import { openDocument } from '../../src/2-extract/open-document.ts';
import type { Document } from '../../src/records/index.ts';
import { rules } from './extract-rules.ts';

export interface Taken extends Partial<Extracted> {
  /** What stands after the container's name, or all of it. */
  input: string;
  source: string | null | undefined;
  document?: Document;
  code?: string;
}

/** Each document with its article, or the code of why there is none. */
export async function takeIn(input: AcquireInput, options: AcquireOptions = {}): Promise<Taken[]> {
  const taken: Taken[] = [];
  for await (const item of acquire(input, options)) {
    const about = { input: item.input, source: item.source };
    if (!item.ok) taken.push({ ...about, code: item.error.code });
    else {
      const { document } = item;
      taken.push({ ...about, document, ...extract(await openDocument(document), rules) });
    }
  }
  return taken;
}

export function uploadOf(name: string, content: string | Uint8Array): AcquireInput {
  return { how: 'upload', name, bytes: typeof content === 'string' ? Buffer.from(content) : content };
}
