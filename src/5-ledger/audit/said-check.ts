/** What all stretches together say: nothing gone without a tombstone, nothing there that one names, every original there. */
import type { Originals } from '../originals/originals.ts';
import type { Said } from './content-check.ts';
import type { Findings } from './findings.ts';
import type { VerifyReport } from './verify-types.ts';

type Counted = Pick<VerifyReport, 'erased' | 'erasedOriginals' | 'unnamedOriginals'>;

export async function checkSaid(
  parts: readonly Said[],
  originals: Originals,
  findings: Findings,
): Promise<Counted> {
  const all = <T>(of: (said: Said) => Iterable<T>) => parts.flatMap((said) => [...of(said)]);
  const gone = new Set(all((said) => said.gone));
  const erased = new Set(all((said) => said.erased));
  const erasedOriginals = new Set(all((said) => said.erasedOriginals));
  const named = new Map(all((said) => said.originals));
  const counted: Counted = { erased: 0, erasedOriginals: 0, unnamedOriginals: 0 };
  for (const seq of gone) {
    if (erased.has(seq)) counted.erased++;
    else findings.fault('payload-gone', `statement ${seq}`, 'its content is gone and no erasure says so');
  }
  for (const seq of erased) {
    if (gone.has(seq)) continue;
    findings.fault('erased-still-there', `statement ${seq}`, 'a tombstone says that it was erased');
  }
  for (const [sha256, { seq, location, found }] of named) {
    const where = `original ${sha256} (statement ${seq}, from ${location})`;
    const wasErased = erasedOriginals.has(seq);
    if (found === null && wasErased) counted.erasedOriginals++;
    else if (found === null) findings.fault('original-missing', where, 'its bytes are gone');
    else if (wasErased)
      findings.fault('erased-still-there', where, 'a tombstone says that its bytes were erased');
    else if (found !== sha256) findings.fault('original-changed', where, `its bytes have ${found}`);
  }
  for await (const name of originals.names()) if (!named.has(name)) counted.unnamedOriginals++;
  return counted;
}
