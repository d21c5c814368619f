/** Parsed text as CoNLL-U, with names in MISC: `Name=B-PER` (PER, ORG, LOC) and the finer type in `Entity=`. */
import type { NameType } from '../../records/index.ts';
import type { Mention, ParsedText, Sentence } from './parsed-text.ts';

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

/** One sentence, ended by a blank line: `names` give `Name=`, `typed` give `Entity=`; their spans may differ. */
export function toConllu(
  parsed: ParsedText,
  sentence: Sentence,
  names: readonly Mention[],
  typed: readonly Mention[],
): string {
  const misc = sentence.tokens.map((token) => (token.spaceAfter ? [] : ['SpaceAfter=No']));
  const mark = (key: string, { firstToken, lastToken }: Mention, type: string | null) => {
    for (let i = firstToken; type && i <= lastToken; i++)
      misc[i]!.push(`${key}=${i === firstToken ? 'B' : 'I'}-${type}`);
  };
  for (const name of names) mark('Name', name, COARSE[name.type]);
  for (const name of typed) mark('Entity', name, name.type);
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
