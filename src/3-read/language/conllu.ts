/** Parsed text as CoNLL-U, with names in MISC: `Name=B-PER` (PER, ORG, LOC) and the finer type in `Entity=`. */
import type { NameType } from '../../records/index.ts';
import type { NameMention, ParsedText, Sentence } from './parsed-text.ts';

/** Outlets and armed groups are ORG, facilities are LOC; nationalities, weapons and vehicles have no `Name=`. */
const COARSE: Record<NameType, 'PER' | 'ORG' | 'LOC' | null> = {
  person: 'PER',
  organisation: 'ORG',
  outlet: 'ORG',
  place: 'LOC',
  facility: 'LOC',
  nationality: null,
  weapon: null,
  vehicle: null,
};

/** One sentence, ended by a blank line. */
export function toConllu(parsed: ParsedText, sentence: Sentence, names: readonly NameMention[]): string {
  const misc = sentence.tokens.map((token) => (token.spaceAfter ? [] : ['SpaceAfter=No']));
  for (const name of names) {
    const coarse = COARSE[name.type];
    for (let i = name.firstToken; i <= name.lastToken; i++) {
      const part = i === name.firstToken ? 'B' : 'I';
      if (coarse) misc[i]!.push(`Name=${part}-${coarse}`);
      misc[i]!.push(`Entity=${part}-${name.type}`);
    }
  }
  const text = parsed.text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ');
  const rows = sentence.tokens.map((token, i) =>
    [
      i + 1,
      token.form.replace(/\s+/g, ' '),
      token.lemma.replace(/\s+/g, ' '),
      token.upos,
      token.xpos,
      '_',
      token.head + 1,
      token.deprel,
      '_',
      misc[i]!.length > 0 ? misc[i]!.sort().join('|') : '_',
    ].join('\t'),
  );
  return `# sent_id = ${sentence.index + 1}\n# text = ${text}\n${rows.join('\n')}\n\n`;
}
