/** Reads CoNLL-U: syntactic words with tags, lemmas and trees; multiword tokens give spacing. */
import { readFileSync } from 'node:fs';

export interface TreebankSentence {
  doc: string;
  id: string;
  text: string;
  newParagraph: boolean;
  forms: string[];
  spaceAfter: boolean[];
  lemmas: string[];
  upos: string[];
  xpos: string[];
  /** 0 = root, i+1 = word i. */
  heads: number[];
  rels: string[];
  /** Entity annotation of each word as it stands in MISC (GUM), else ''. */
  entities: string[];
}

export function readConllu(path: string): TreebankSentence[] {
  const sentences: TreebankSentence[] = [];
  let doc = '';
  let paragraph = true;
  for (const block of readFileSync(path, 'utf8').split('\n\n')) {
    if (!block.trim()) continue;
    const s: TreebankSentence = {
      doc,
      id: '',
      text: '',
      newParagraph: paragraph,
      forms: [],
      spaceAfter: [],
      lemmas: [],
      upos: [],
      xpos: [],
      heads: [],
      rels: [],
      entities: [],
    };
    let joinUntil = 0;
    let joinSpace = true;
    for (const line of block.split('\n')) {
      if (line.startsWith('# newdoc id = ')) {
        doc = line.slice(14);
        s.newParagraph = true;
      } else if (line.startsWith('# newpar')) s.newParagraph = true;
      else if (line.startsWith('# sent_id = ')) s.id = line.slice(12);
      else if (line.startsWith('# text = ')) s.text = line.slice(9);
      if (line.startsWith('#') || !line) continue;
      const f = line.split('\t');
      if (f[0]!.includes('.')) continue;
      if (f[0]!.includes('-')) {
        joinUntil = Number(f[0]!.split('-')[1]);
        joinSpace = !f[9]!.includes('SpaceAfter=No');
        continue;
      }
      const id = Number(f[0]);
      s.forms.push(f[1]!);
      s.lemmas.push(f[2]!);
      s.upos.push(f[3]!);
      s.xpos.push(f[4]!);
      s.heads.push(Number(f[6]));
      s.rels.push(f[7]!);
      s.entities.push(/(?:^|\|)Entity=([^|]*)/.exec(f[9]!)?.[1] ?? '');
      s.spaceAfter.push(
        id < joinUntil ? false : id === joinUntil ? joinSpace : !f[9]!.includes('SpaceAfter=No'),
      );
    }
    s.doc = doc;
    paragraph = false;
    sentences.push(s);
  }
  return sentences;
}
