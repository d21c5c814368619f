/**
 * Whom public files would name (`npm run bench -- masking [--show] [--open] [CORPUS]`): texts whose persons were marked by hand are
 * read and masked as an export masks them. `leftWrong` is the share of persons that stand open and hold no office the
 * Reading knows of; `othersCovered` the share of bodies and places with a covered word, the price of covering more.
 */
import { readFileSync } from 'node:fs';
import { documentMask } from '../src/7-publish/exports/gate/document-mask.ts';
import { openExportTables } from '../src/7-publish/exports/tables.ts';
import { openEngine } from '../src/engine.ts';
import { readPackageFile } from '../src/package.ts';
import { readDocument } from '../src/pipeline.ts';
import type { Reading, Span } from '../src/records/index.ts';
import { pastedDocument } from '../test/support/pasted-document.ts';
import { corpus, jsonLines } from './corpora.ts';
import type { Figures } from './figures.ts';

interface Marked {
  text: string;
  persons: Span[];
  others: Span[];
}

/** Texts of one corpus. */
const MOST = 100;

export async function run(args: readonly string[] = []): Promise<Figures> {
  const figures: Figures = {};
  const engine = openEngine();
  const { personWords } = openExportTables(readPackageFile);
  const only = args.filter((arg) => !arg.startsWith('--'));
  for (const [name, load] of Object.entries(CORPORA)) {
    if (only.length > 0 && !only.includes(name)) continue;
    const count = { persons: 0, covered: 0, open: 0, left: 0, others: 0, othersCovered: 0 };
    for (const { text, persons, others } of [...load()].slice(0, MOST)) {
      const reading = readDocument(pastedDocument(text, 'bench'), engine);
      const shown = documentMask(reading, [], personWords).text(text);
      const covered = (span: Span) => isCovered(shown, text, span);
      for (const span of persons) {
        count.persons++;
        if (covered(span)) count.covered++;
        else if (isOpen(reading, span)) {
          count.open++;
          if (args.includes('--open')) say(`${name} open  ${around(shown, span)}`);
        } else {
          count.left++;
          if (args.includes('--show')) say(`${name} left  ${around(shown, span)}`);
        }
      }
      for (const span of others) {
        count.others++;
        if (!covered(span)) continue;
        count.othersCovered++;
        if (args.includes('--show')) say(`${name} other ${around(text, span)}`);
      }
    }
    const share = (n: number, of: number) => Math.round((1000 * n) / Math.max(1, of)) / 10;
    figures[`${name}.persons`] = count.persons;
    figures[`${name}.covered`] = share(count.covered, count.persons);
    figures[`${name}.inOffice`] = share(count.open, count.persons);
    figures[`${name}.leftWrong`] = share(count.left, count.persons);
    if (count.others > 0) figures[`${name}.othersCoveredWrong`] = share(count.othersCovered, count.others);
  }
  return figures;
}

/** The last of a name's words tells most. */
function isCovered(shown: string, text: string, [start, end]: Span): boolean {
  const last = [...text.slice(start, end).matchAll(/\p{L}[\p{L}\p{M}]+/gu)].at(-1);
  if (!last) return true;
  const at = start + last.index;
  return shown.slice(at, at + last[0].length) !== last[0];
}

/** Whether the Reading knows whoever stands there by an office, or as an author, or a party of another kind. */
const isOpen = ({ parties }: Reading, [start, end]: Span): boolean =>
  parties.some((party) => party.public && party.mentions.some(([from, to]) => from < end && to > start));

const CORPORA: Record<string, () => Iterable<Marked>> = { re3d, uner, wikigold, polnear, gvdb };

interface Re3d {
  text: string;
  entities: { type: string; start: number; end: number; text: string }[];
}

/** Persons with a name; "civilians" are marked as persons there too. */
function* re3d(): Generator<Marked> {
  for (const { text, entities } of jsonLines<Re3d>(corpus('corpora/re3d/all.jsonl'))) {
    const of = (types: string[]) =>
      entities.filter(({ type }) => types.includes(type)).map(({ start, end }): Span => [start, end]);
    yield {
      text,
      persons: of(['Person']).filter((span) => NAMED.test(text.slice(...span))),
      others: of(['Organisation', 'Location', 'MilitaryPlatform', 'Weapon']),
    };
  }
}

const NAMED = /\p{Lu}\p{Ll}+\s+(?:al-|el-|bin |de )?\p{Lu}\p{Ll}+/u;

function uner() {
  return iob(corpus('corpora/uner_ewt/en_ewt-ud-dev.iob2'), 1, 2);
}

function wikigold() {
  return iob(corpus('corpora/wikigold/wikigold.conll'), 0, 1);
}

/** Texts of tagged words, a document each where documents are told, else of forty sentences. */
function* iob(file: string, formAt: number, tagAt: number): Generator<Marked> {
  let marked: Marked = { text: '', persons: [], others: [] };
  let [sentences, open] = [0, ''];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (/^# newdoc|^-DOCSTART-/.test(line) || sentences >= 40) {
      if (marked.text !== '') yield marked;
      marked = { text: '', persons: [], others: [] };
      sentences = 0;
    }
    if (line.trim() === '') {
      if (marked.text !== '' && !marked.text.endsWith('\n')) marked.text += '\n';
      sentences++;
      open = '';
    }
    if (line.trim() === '' || line.startsWith('#') || line.startsWith('-DOC')) continue;
    const cells = line.split(/[\t ]/);
    const [form = '', tag = 'O'] = [cells[formAt], cells[tagAt]];
    const closes = /^[.,;:!?)\]'’%]|^n't$/.test(form);
    if (marked.text !== '' && !closes && !/[\n([]$/.test(marked.text)) marked.text += ' ';
    const start = marked.text.length;
    marked.text += form;
    const type = tag.slice(2);
    const spans = type === 'PER' || type === 'I-PER' ? marked.persons : marked.others;
    if (type !== '' && type !== 'MISC') {
      if (!tag.startsWith('B') && open === type) spans.at(-1)![1] = marked.text.length;
      else spans.push([start, marked.text.length]);
    }
    open = type;
  }
  if (marked.text !== '') yield marked;
}

interface PolNeAR {
  text: string;
  attributions: { source: Span[] }[];
}

/** Sources that are nothing but a name whose first word is a given name: none are marked as persons there. */
function* polnear(): Generator<Marked> {
  const given = new Set(readPackageFile('dictionaries/en/given-names.tsv').split('\n'));
  for (const { text, attributions } of jsonLines<PolNeAR>(corpus('corpora/polnear/dev.jsonl'))) {
    const persons = attributions
      .flatMap(({ source }) => source)
      .filter((span) => /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}\.)?(?: \p{Lu}[\p{L}'’-]+)+$/u.test(text.slice(...span)))
      .filter((span) => given.has(text.slice(...span).split(' ')[0]!));
    yield { text, persons, others: [] };
  }
}

interface Gvdb {
  text: string;
  victims: { name: { value: string } | null }[];
}

/** Those who were shot, wherever their names stand: private persons all. */
function* gvdb(): Generator<Marked> {
  for (const { text, victims } of jsonLines<Gvdb>(corpus('corpora/gvdb/gvdb.jsonl')).slice(0, 300)) {
    const persons: Span[] = [];
    for (const name of new Set(victims.flatMap((victim) => victim.name?.value ?? [])))
      for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
        persons.push([at, at + name.length]);
    if (persons.length > 0) yield { text, persons, others: [] };
  }
}

const around = (text: string, [start, end]: Span) =>
  `${text.slice(Math.max(0, start - 40), start)}[${text.slice(start, end)}]${text.slice(end, end + 40)}`.replace(
    /\s+/g,
    ' ',
  );

const say = (line: string) => process.stderr.write(`${line}\n`);
