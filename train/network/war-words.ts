/**
 * Words of war put into treebank sentences in place of others of the same part of speech and frame, so that the
 * network knows them as what they are: the treebanks hold few of them. Trees and tags stay as they are.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Source } from './examples.ts';
import type { Random } from './random.ts';

export interface WarWords {
  /** By Penn tag. */
  byTag: Map<string, string[]>;
  /** Verbs that take an object, by Penn tag, and verbs of saying. */
  transitive: Map<string, string[]>;
  saying: Map<string, string[]>;
  names: Map<string, string[]>;
}

const DICTIONARIES = path.resolve(import.meta.dirname, '../../dictionaries/en');

function rows(name: string): string[][] {
  return readFileSync(path.join(DICTIONARIES, name), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t'));
}

const isWord = (word: string | undefined): word is string => word !== undefined && /^[a-z]{2,}$/.test(word);

const VOWEL_Y = /[aeiou]y$/;
const SIBILANT = /(?:s|x|z|ch|sh)$/;
/** Verbs whose last consonant doubles. */
const DOUBLES =
  /^(?:[^aeiou]*[aeiou][bdgklmnprt]|kidnap|control|patrol|repel|expel|rebel|propel|admit|commit|refer|transfer)$/;

function plural(noun: string): string {
  if (noun.endsWith('man')) return `${noun.slice(0, -3)}men`;
  if (SIBILANT.test(noun)) return `${noun}es`;
  return noun.endsWith('y') && !VOWEL_Y.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

/** The forms of a regular verb; irregular past forms come from irregular-words.tsv. */
function inflect(verb: string, irregular: Map<string, string>): Record<string, string> {
  const doubled = DOUBLES.test(verb) ? verb + verb.at(-1) : verb;
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : doubled;
  const past = verb.endsWith('e')
    ? `${verb}d`
    : verb.endsWith('y') && !VOWEL_Y.test(verb)
      ? `${verb.slice(0, -1)}ied`
      : `${doubled}ed`;
  return {
    VB: verb,
    VBP: verb,
    VBZ:
      verb.endsWith('y') && !VOWEL_Y.test(verb)
        ? `${verb.slice(0, -1)}ies`
        : SIBILANT.test(verb)
          ? `${verb}es`
          : `${verb}s`,
    VBG: irregular.get(`VBG ${verb}`) ?? `${stem}ing`,
    VBD: irregular.get(`VBD ${verb}`) ?? past,
    VBN: irregular.get(`VBN ${verb}`) ?? past,
  };
}

const FIXED_PLURALS = new Set([
  'aircraft',
  'personnel',
  'people',
  'police',
  'infantry',
  'headquarters',
  'corps',
  'cattle',
  'ammunition',
  'artillery',
  'equipment',
  'military',
  'children',
  'women',
  'men',
]);

export function readWarWords(): WarWords {
  const irregular = new Map<string, string>();
  for (const [form, tags, lemma] of rows('irregular-words.tsv'))
    for (const tag of tags!.split(',')) irregular.set(`${tag} ${lemma}`, form!);
  const byTag = new Map<string, string[]>();
  const nouns = new Set<string>();
  for (const file of ['person-nouns.tsv', 'thing-nouns.tsv', 'means.tsv', 'actor-nouns.tsv'])
    for (const [word] of rows(file)) if (isWord(word) && !FIXED_PLURALS.has(word)) nouns.add(word);
  for (const [word, pos] of rows('event-triggers.tsv')) if (pos === 'N' && isWord(word)) nouns.add(word);
  byTag.set('NN', [...nouns].sort());
  byTag.set('NNS', [...nouns].sort().map(plural));
  const transitive = new Map<string, string[]>();
  const saying = new Map<string, string[]>();
  const put = (to: Map<string, string[]>, verb: string) => {
    for (const [tag, form] of Object.entries(inflect(verb, irregular)))
      to.set(tag, [...(to.get(tag) ?? []), form]);
  };
  for (const [word, pos, , frame] of rows('event-triggers.tsv'))
    if (pos === 'V' && frame === 'tr' && isWord(word)) put(transitive, word);
  for (const [word, frames] of rows('cue-verbs.tsv'))
    if (frames!.split(' ').includes('c') && isWord(word)) put(saying, word);
  return {
    byTag,
    transitive,
    saying,
    names: new Map(rows('training-names.tsv').map(([type, names]) => [type!, names!.split(' ')])),
  };
}

/** Share of the words that could be replaced which are. */
const SHARE = 0.5;

const pick = (list: readonly string[], random: Random) => list[Math.floor(random.next() * list.length)]!;

/** A copy with words replaced; `singles[t]` names the kind of a one-word name at t. */
export function withWarWords(
  source: Source,
  singles: readonly (string | null)[],
  words: WarWords,
  random: Random,
): Source {
  const { tags, heads, rels } = source;
  if (!tags || !heads || !rels) return source;
  const has = (t: number, ...relations: string[]) =>
    rels.some((rel, i) => heads[i] === t + 1 && relations.includes(rel));
  const forms = source.forms.map((form, t) => {
    if (random.next() > SHARE || form.length < 3) return form;
    const [upos, xpos] = tags[t]!.split('|') as [string, string];
    const name = singles[t];
    if (name) return pick(words.names.get(name) ?? [form], random);
    // Parts of fixed phrases and idioms stay.
    if (
      ['fixed', 'flat', 'goeswith', 'compound:prt'].includes(rels[t]!) ||
      has(t, 'fixed', 'compound:prt', 'expl')
    )
      return form;
    if (upos === 'NOUN' && (xpos === 'NN' || xpos === 'NNS'))
      return cased(pick(words.byTag.get(xpos)!, random), form);
    if (upos !== 'VERB') return form;
    const from =
      has(t, 'obj') && !has(t, 'ccomp', 'xcomp', 'iobj')
        ? words.transitive
        : has(t, 'nsubj:pass') && !has(t, 'ccomp', 'xcomp')
          ? words.transitive
          : has(t, 'ccomp')
            ? words.saying
            : null;
    const list = from?.get(xpos);
    return list ? cased(pick(list, random), form) : form;
  });
  return { ...source, forms };
}

const cased = (word: string, like: string) =>
  /^\p{Lu}\p{Ll}/u.test(like) ? word[0]!.toUpperCase() + word.slice(1) : word;

/** For each word, the type of the name it is alone, if it is one. */
export function singleNames(labels: readonly string[] | null, length: number): (string | null)[] {
  return Array.from({ length }, (_, t) => {
    const label = labels?.[t] ?? 'O';
    const alone = label.startsWith('B-') && !(labels?.[t + 1]?.startsWith('I-') ?? false);
    const type = label.slice(2);
    return alone && ['PER', 'ORG', 'LOC'].includes(type) ? type : null;
  });
}
