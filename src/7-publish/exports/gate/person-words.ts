/** The words by which a name is known for a person's, from tables of the package. */
import { OFFICES } from '../../../4-resolve/parties/titled-names.ts';

export interface PersonWords {
  courtesy: ReadonlySet<string>;
  kin: ReadonlySet<string>;
  naming: ReadonlySet<string>;
  greetings: ReadonlySet<string>;
  nobody: ReadonlySet<string>;
  speech: ReadonlySet<string>;
  suffered: ReadonlySet<string>;
  particles: ReadonlySet<string>;
  bodies: ReadonlySet<string>;
  mailboxes: ReadonlySet<string>;
  /** A number that follows such a word, as the group `number`. */
  phone: RegExp;
  papers: RegExp;
  /** Begin a person's name. */
  given: ReadonlySet<string>;
  /** Common nouns for one person: baker, witness. */
  nouns: ReadonlySet<string>;
  /** Nouns of office: whoever bears one may be named. */
  offices: ReadonlySet<string>;
  /** Words with a capital letter that are part of no person's name: titles, days, months. */
  noNames: ReadonlySet<string>;
}

type Read = (name: string) => string;

export function readPersonWords(read: Read): PersonWords {
  const cues = new Map(
    table(read('dictionaries/exports/person-cues.tsv')).map(([sort, words]) => [sort, words!]),
  );
  const list = (sort: string) => cues.get(sort)!.split('|');
  const set = (sort: string) => new Set(list(sort));
  return {
    courtesy: set('courtesy'),
    kin: set('kin'),
    naming: set('naming'),
    greetings: set('greetings'),
    nobody: set('nobody'),
    speech: set('speech'),
    suffered: set('suffered'),
    particles: set('particles'),
    bodies: set('bodies'),
    mailboxes: set('mailboxes'),
    phone: numberAfter(list('phone'), '\\+?\\(?\\d[\\d\\s().\\-/]{5,18}\\d'),
    papers: numberAfter(
      list('papers'),
      '(?=[A-Z]{0,4}[ \\-]?\\d)[A-Z0-9](?:[A-Z0-9]|[ \\-/](?=[A-Z]{0,4}\\d)){3,24}',
    ),
    given: new Set(first(read('dictionaries/en/given-names.tsv')).map((name) => name.toLowerCase())),
    nouns: new Set([
      ...list('callings'),
      ...first(read('dictionaries/en/person-nouns.tsv')).filter((noun) => !noun.includes(' ')),
    ]),
    offices: new Set([...OFFICES, ...list('ranks')]),
    noNames: new Set(
      table(read('dictionaries/parties/name-stops.tsv')).flatMap(([, words = '']) => words.split('|')),
    ),
  };
}

const numberAfter = (words: readonly string[], number: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${words.map((word) => word.replaceAll(' ', '\\s+')).join('|')})(?:\\s+(?:no\\.?|number|number is|is|at|on|him on|her on|them on))?[\\s:#.]{1,3}(?<number>${number})(?![\\p{L}\\p{N}])`,
    'giu',
  );

const first = (text: string): string[] => table(text).map(([word]) => word!);

function table(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t'));
}
