/** Treebank sentences back to running text, with where each word stands. */
import type { TreebankSentence } from './conllu.ts';

export interface RawDocument {
  id: string;
  text: string;
  sentences: { sentence: TreebankSentence; words: { start: number; end: number }[] }[];
}

/** Paragraphs are parted by blank lines; sentences of a paragraph stand on one line. */
export function rawDocuments(sentences: TreebankSentence[]): RawDocument[] {
  const documents: RawDocument[] = [];
  let current: RawDocument | null = null;
  for (const sentence of sentences) {
    if (!current || current.id !== sentence.doc) {
      current = { id: sentence.doc, text: '', sentences: [] };
      documents.push(current);
    } else if (sentence.newParagraph) current.text = `${current.text.trimEnd()}\n\n`;
    const words = sentence.forms.map((form, i) => {
      const start = current!.text.length;
      current!.text += form + (sentence.spaceAfter[i] ? ' ' : '');
      return { start, end: start + form.length };
    });
    current.sentences.push({ sentence, words });
  }
  return documents;
}
