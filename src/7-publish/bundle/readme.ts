/** What a bundle says of itself to whoever opens it without this program. */
import type { Manifest } from './format.ts';

export const readme = ({ ledger, caption, chain, release, since }: Manifest): string =>
  `An evidence bundle of Reportedly
${caption}.
It says what is claimed, by whom and in which words. It does not say what is true.
It may name private persons: it is for those who check evidence, not for the public.

Ledger      ${ledger}
Statements  ${chain.before.seq + 1} to ${chain.head.seq}${release ? `, release ${release}` : ''}${since ? `, since release ${since}` : ''}
Head hash   ${chain.head.hash}

manifest.json     size and SHA-256 of every other file
statements.jsonl  the chain: what was recorded and decided, by whom, when. Content that was left out is null, its hash stays
originals/        documents as they came, named by their SHA-256
texts/            the text that was read in each (UTF-8)
claims.jsonl      claims as they stood, each with the words it rests on: offsets into the text (UTF-16 code units) and quotes

To check it: reportedly verify FILE.zip. Or by hand: sha256sum the files against manifest.json, and the chain by the rules
of docs/ledger.md, from ${chain.before.seq === 0 ? 'the genesis of this ledger' : `the hash ${chain.before.hash}`}.
That proves that nothing was changed since it was recorded, if you know the head hash from elsewhere.
`;
