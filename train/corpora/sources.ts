/**
 * The corpora that weights may be trained on, and only those: UD English EWT and UNER EWT (CC BY-SA 4.0), GUM without
 * its non-commercial genres, wikigold and WNUT-17 (CC BY 4.0), re3d without its BBC documents.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readConllu, type TreebankSentence } from './conllu.ts';
import { type NamedSentence, readIob, toIob2 } from './iob.ts';

/** The folder that holds corpora/ and gold/. */
export const CORPORA = path.resolve(process.env.REPORTEDLY_CORPORA ?? '../shared');

const file = (name: string) => path.join(CORPORA, 'corpora', name);

/** GUM genres whose texts are under a non-commercial licence. */
const NON_COMMERCIAL = /^GUM_(?:whow|fiction)_/;

export interface Treebanks {
  ewt: TreebankSentence[];
  gum: TreebankSentence[];
}

export function trainingTreebanks(): Treebanks {
  return {
    ewt: readConllu(file('ud_ewt/en_ewt-ud-train.conllu')),
    gum: readConllu(file('ud_gum/en_gum-ud-train.conllu')).filter((s) => !NON_COMMERCIAL.test(s.doc)),
  };
}

export function developmentTreebanks(): Treebanks {
  return {
    ewt: readConllu(file('ud_ewt/en_ewt-ud-dev.conllu')),
    gum: readConllu(file('ud_gum/en_gum-ud-dev.conllu')),
  };
}

/** UNER's names by EWT sentence id. */
export function unerNames(part: 'train' | 'dev'): Map<string, NamedSentence> {
  return new Map(readIob(file(`uner_ewt/en_ewt-ud-${part}.iob2`), 1, 2).map((s) => [s.id, s]));
}

export function wikigoldNames(): NamedSentence[] {
  return readIob(file('wikigold/wikigold.conll'), 0, 1).map((s) => ({ ...s, labels: toIob2(s.labels) }));
}

export function wnutNames(): NamedSentence[] {
  return readIob(file('wnut17/train.conll'), 0, 1);
}

export interface MentionDocument {
  id: string;
  source: string;
  text: string;
  entities: { type: string; start: number; end: number; confidence?: number }[];
}

/** re3d's documents; `training` leaves out the BBC's (non-commercial) and those the gold claims are made on. */
export function re3dDocuments(training: boolean): MentionDocument[] {
  const documents = readFileSync(file('re3d/all.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as MentionDocument);
  if (!training) return documents;
  const gold = goldIds();
  return documents.filter((d) => d.source !== 'BBC Online' && !gold.has(d.id));
}

function goldIds(): Set<string> {
  const dir = path.join(CORPORA, 'gold');
  if (!existsSync(dir)) return new Set();
  const metas = readdirSync(dir).filter((name) => name.endsWith('.meta.json'));
  return new Set(
    metas.map((name) => (JSON.parse(readFileSync(path.join(dir, name), 'utf8')) as { id: string }).id),
  );
}
