/**
 * How far what is said reaches: phrases and clauses that stand right behind it and that the parser hung on the verb of
 * saying belong to what is said, save for those that tell when, where or why somebody said it.
 */
import type { Token } from '../language/parsed-text.ts';
import { isCalendarWord } from '../syntax/time-nouns.ts';
import { finiteOf, relation, type Tree, trimMarks } from '../syntax/tree.ts';
import { type CueWords, frameOf } from './cue-words.ts';
import { holds } from './quotations.ts';
import type { Found, RuleContext } from './rule.ts';

/** The attribution with all that its content reaches; the same one where nothing is left behind. */
export function withReach(context: RuleContext, found: Found): Found {
  const { tree, words } = context;
  if (found.rule === 'said-quote') return withLead(context, found);
  const last = found.content.at(-1);
  if (!last || last.index < found.cueHead.index || found.quote) return found;
  const content = [...found.content];
  // "specify | what it was": the word that asks stands right behind the cue.
  const asks = tree.tokens[content[0]!.index - 1];
  if (asks && /^W/.test(asks.xpos) && found.cue.some((token) => token.index === asks.index - 1))
    content.unshift(asks);
  const taken = new Set([...found.source, ...found.cue, ...(found.addressee ?? [])]);
  for (let steps = 0; steps < STEPS_MAX; steps++) {
    const more = behind(tree, words, found, content.at(-1)!, taken);
    if (more.length === 0) break;
    content.push(...more);
  }
  return content.length > found.content.length ? { ...found, content } : found;
}

const STEPS_MAX = 6;

/** The branch that begins right behind `last`, where it belongs to what is said. */
function behind(tree: Tree, words: CueWords, found: Found, last: Token, taken: ReadonlySet<Token>): Token[] {
  const day = tree.tokens[last.index + 1];
  // "the meeting today, including …": a day between the two goes along.
  const apart = day && isCalendarWord(day.form) && tree.tokens[day.index + 1]?.form === ',';
  const next =
    apart && PART_OF.has(tree.tokens[day.index + 2]?.lemma ?? '') ? tree.tokens[day.index + 1] : day;
  if (!next) return [];
  const comma = next.form === ',';
  const first = comma ? tree.tokens[next.index + 1] : next;
  if (!first || first.upos === 'PUNCT' || taken.has(first)) return [];
  const branch = branchAt(tree, found.cueHead, first);
  if (!branch) return [];
  const own = tree.subtree(branch).filter((token) => token.index >= first.index);
  if (own[0] !== first || own.some((token) => taken.has(token)) || own.includes(found.cueHead)) return [];
  if (!belongs(tree, words, found, branch, first, comma)) return [];
  while (own.at(-1)?.upos === 'PUNCT') own.pop();
  return tree.tokens.slice(last.index + 1, own.at(-1)!.index + 1);
}

/** The highest word at whose branch `first` is the first word and that hangs on the cue. */
function branchAt(tree: Tree, cue: Token, first: Token): Token | undefined {
  for (let at: Token | undefined = first, n = 0; at && n < 12; at = tree.head(at), n++)
    if (at.head === cue.index) return at;
  return undefined;
}

function belongs(
  tree: Tree,
  words: CueWords,
  found: Found,
  branch: Token,
  first: Token,
  comma: boolean,
): boolean {
  const marks = tree.childrenBy(branch, 'mark', 'case').map((mark) => mark.lemma);
  // "…, particularly around the town": a part of what was said before.
  if (comma && PART_OF.has(first.lemma)) return true;
  switch (relation(branch)) {
    case 'conj':
      // "a dead duck, | found on Monday": a participle that was read as a verb of its own.
      if (comma && branch.xpos === 'VBN' && !tree.child(branch, 'cc', 'nsubj', 'aux') && branch === first)
        return true;
      return CLAUSAL.has(found.rule) && goesWithSaid(tree, words, found.cueHead, branch, comma);
    case 'obl':
    case 'nmod':
      return (
        !comma &&
        !['obl:agent', 'obl:unmarked'].includes(branch.deprel) &&
        !marks.includes('by') &&
        !isCalendarWord(branch.form) &&
        !words.parts.occasion.has(branch.lemma)
      );
    case 'advcl':
      // "condemned the raid because …" says why it was condemned; "said the raid failed because …" why it failed.
      if (found.rule === 'reported-thing') return false;
      return comma
        ? CLAUSAL.has(found.rule) && marks.includes('with')
        : marks.some((mark) => OF_WHAT_IS_SAID.has(mark));
    default:
      return false;
  }
}

const PART_OF = new Set('particularly especially including include notably mainly mostly'.split(' '));

/** Rules whose content is a clause of its own. */
const CLAUSAL = new Set(['said-clause', 'believed-to', 'seems-to']);

/**
 * "said the town was empty and | would be rebuilt": what follows is told in a time other than that of saying. With a
 * subject of its own it belongs where "that" or no comma stands before it.
 */
function goesWithSaid(tree: Tree, words: CueWords, cue: Token, verb: Token, comma: boolean): boolean {
  if (!tree.child(verb, 'cc')) return false;
  if (tree.child(verb, 'nsubj', 'expl'))
    return (
      tree.childrenBy(verb, 'mark').some((mark) => mark.lemma === 'that') ||
      (!comma && !frameOf(words, verb.lemma, 'c', 'q'))
    );
  // "had fought abroad and returned": the auxiliary of the first serves for both.
  const said = tree
    .childrenBy(cue, 'ccomp')
    .find((child) => child.index < verb.index && child.index > cue.index);
  const perfect = said && tree.childrenBy(said, 'aux').some((aux) => aux.lemma === 'have');
  if (perfect && !comma && /^VB[ND]$/.test(verb.xpos) && !frameOf(words, verb.lemma, 'c', 'q')) return true;
  const told = finiteOf(tree, verb);
  if (told && agrees(tree, cue, told) === false) return true;
  const saying = finiteOf(tree, cue);
  if (told?.xpos === 'MD') return saying?.xpos !== 'MD';
  return told !== undefined && saying !== undefined && (told.xpos === 'VBD') !== (saying.xpos === 'VBD');
}

/** Whether a finite verb can have the subject of the cue ("results suggest … but is": it cannot); null where all can. */
function agrees(tree: Tree, cue: Token, finite: Token): boolean | null {
  const subject = tree.child(cue, 'nsubj');
  const form = finite.form.toLowerCase();
  const one = finite.xpos === 'VBZ' || form === 'was';
  const many = (finite.xpos === 'VBP' && form !== 'am') || form === 'were';
  if (!subject || subject.upos === 'PRON' || one === many) return null;
  const plural = /S$/.test(subject.xpos) || tree.child(subject, 'conj') !== undefined;
  // "police say", "the group say": a body may be many.
  if (!plural && many) return null;
  return plural === many;
}

/** What leads to a clause that belongs to what is said rather than to the saying of it. */
const OF_WHAT_IS_SAID = new Set('if unless because until to with so than without by'.split(' '));

/**
 * `The town was "a ruin," he said`, `The town, he said, was "a ruin"`: a quotation that sets in amid a sentence needs the
 * words that lead to it.
 */
function withLead({ tree, words, quotations, text }: RuleContext, found: Found): Found {
  const [quote, first] = [found.quote, found.content[0]];
  if (!quote || !first || first.index === 0 || quote.start < tree.sentence.start) return found;
  const taken = new Set([...found.source, ...found.cue, ...(found.addressee ?? [])]);
  const before = tree.tokens.slice(0, first.index);
  const said = before.findIndex((token) => taken.has(token));
  // Another quotation before it is its own affair, unless the sentence runs through both.
  const apart = quotations.filter((q) => q !== quote && /[,.?!]$/.test(text.slice(q.start, q.end)));
  const from = before.findLastIndex((token) => apart.some((q) => holds(q, token))) + 1;
  const lead = trimMarks(before.slice(from, said < 0 ? before.length : said));
  const opened = tree.tokens.find((token) => token.start >= quote.start && token.upos !== 'PUNCT');
  if (!opened || !/^\p{Ll}/u.test(opened.form)) return found;
  if (lead.filter((token) => token.upos !== 'PUNCT').length < (said < 0 ? 1 : LEAD_MIN)) return found;
  if (said >= 0) {
    // The saying stands between commas, with nothing else.
    const between = before.slice(said).filter((token) => !taken.has(token) && token.upos !== 'PUNCT');
    if (before[said - 1]?.form !== ',' || between.length > BETWEEN_MAX) return found;
  }
  if (/[.!?:;]["”’']*\s*["“‘'`]*\s*$/u.test(text.slice(tree.sentence.start, quote.start + 1))) return found;
  const setting = lead.some((token) => isCalendarWord(token.form) || words.parts.occasion.has(token.lemma));
  if (setting && !lead.some((token) => token.upos === 'VERB' || token.upos === 'AUX')) return found;
  // With nothing between the two, the mark that opens the quotation keeps them one stretch.
  const mark = said < 0 ? before.slice(lead.at(-1)!.index + 1) : [];
  return { ...found, content: [...lead, ...mark, ...found.content] };
}

/** One word before "he said" ("But") adds nothing to what he said. */
const LEAD_MIN = 2;
/** Words besides source and cue ("said on Monday,") that may stand between the lead and the quotation. */
const BETWEEN_MAX = 3;
