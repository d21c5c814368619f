/**
 * `"…," X said`, `"…," said X`, `X said: "…"`: a verb of saying right beside quotation marks ties the quotation to its
 * subject, whatever the parser made of the two.
 */
import type { Token } from '../../language/parsed-text.ts';
import { type Tree, trimMarks } from '../../syntax/tree.ts';
import { type CueVerb, frameOf } from '../cue-words.ts';
import { agentOf, cueTokens, isPassive, phrase } from '../parts.ts';
import { holds, type Quotation } from '../quotations.ts';
import type { AttributionRule, Found, RuleContext } from '../rule.ts';
import { type Speaker, speakerAt } from '../speaker.ts';
import { addresseeOf } from './clause.ts';

/** What direct speech ends with before "he said". */
const ENDS_SPEECH = /[,?!.…–—-]$/;
/** Quoted words inside a name: Col. John "J.D." Dorrian. */
const NICKNAME_MAX = 16;
/** Shorter than this in characters is a name or a word in quotes. */
const SPEECH_MIN = 4;

export const saidQuote: AttributionRule = {
  name: 'said-quote',
  examples: [
    {
      text: '"The road is closed to civilians," said Omar Haddad, a doctor in the town.',
      source: 'Omar Haddad, a doctor in the town',
      cue: 'said',
      content: 'The road is closed to civilians',
    },
    {
      text: 'The mayor told reporters: "We lost everything."',
      source: 'The mayor',
      cue: 'told',
      content: 'We lost everything',
    },
    {
      text: 'The general released the following statement: "We mourn our dead."',
      source: 'The general',
      cue: 'released the following statement',
      content: 'We mourn our dead',
    },
    { text: '"Who fired first?" she asked.', source: 'she', cue: 'asked', content: 'Who fired first' },
  ],
  misses: ['The group took the "safe zone," held it and left.', 'He said the "emirate" was finished.'],
  find(context) {
    const { tree, words } = context;
    const found: Found[] = [];
    for (const verb of tree.tokens) {
      if (verb.upos !== 'VERB') continue;
      const saying = tree.childrenBy(verb, 'obj').find((child) => words.parts.saying.has(child.lemma));
      const gives = saying && words.parts.light.has(verb.lemma) ? GIVEN : undefined;
      const cue = gives ?? frameOf(words, verb.lemma, 'q');
      if (!cue || isPassive(tree, verb) || isQuoted(context, verb)) continue;
      const hit = (gives ? undefined : quoteBefore(context, verb)) ?? quoteAfter(context, verb);
      if (!hit) continue;
      const told = cue.frames.has('o') ? addresseeOf(tree, verb) : undefined;
      found.push({
        rule: 'said-quote',
        source: hit.source,
        ...(hit.standsFor ? { standsFor: hit.standsFor } : {}),
        cue: cueTokens(
          context,
          verb,
          gives && saying ? phrase(tree, saying).filter((t) => !isQuoted(context, t)) : [],
        ),
        cueHead: verb,
        content: tree.tokens.filter((token) => holds(hit.quote, token)),
        kind: cue.kind,
        certainty: cue.certainty,
        quote: hit.quote,
        ...(told && !told.some((token) => hit.source.includes(token)) ? { addressee: told } : {}),
      });
    }
    return found;
  },
};

/** `released the following statement: "…"`. */
const GIVEN: CueVerb = {
  frames: new Set(['q']),
  prepositions: new Set(),
  kind: 'speech',
  certainty: 'asserted',
};

const isQuoted = ({ quotations }: RuleContext, token: Token) => quotations.some((q) => holds(q, token));

interface Hit extends Speaker {
  quote: Quotation;
}

/** `"…," X said` or `"…," said X`. */
function quoteBefore({ tree, quotations, text }: RuleContext, verb: Token): Hit | undefined {
  const quote = quotations.findLast((q) => q.end <= verb.start);
  if (!quote?.closed || quote.paragraph !== tree.sentence.paragraph) return undefined;
  // `"Radio Days," recalling …`: a participle has nothing to do with what stands before it.
  if (verb.xpos === 'VBG' && !tree.child(verb, 'aux')) return undefined;
  const quoted = text.slice(quote.start, quote.end).trimEnd();
  // The comma may stand behind the marks, where what they hold is more than a name.
  const commaBehind =
    quoted.split(/\s+/).length >= 4 && /^["”»'’]*\s*,/.test(text.slice(quote.end, quote.end + 6));
  if (quoted.length < SPEECH_MIN || !(ENDS_SPEECH.test(quoted) || commaBehind)) return undefined;
  const between = tree.tokens.filter((token) => token.start >= quote.end && token.index < verb.index);
  // In a sentence of its own ("Who fired?" he asked.) the verb has nothing else to say.
  if (tree.sentence.start >= quote.end) {
    const apart = text.slice(quote.end, tree.sentence.start).trim().length > 2 || quoted.endsWith('.');
    if (apart || tree.child(verb, 'ccomp', 'xcomp')) return undefined;
  }
  const before = trimMarks(between).filter((token) => token.upos !== 'ADV' && token.upos !== 'AUX');
  if (before.length === 0) {
    const source = invertedSubject(tree, verb, quotations);
    return source && { quote, source };
  }
  const subject = tree.child(verb, 'nsubj');
  const own = subject && subject.start >= quote.end ? phrase(tree, subject) : [];
  const rest = before.filter((token) => !own.includes(token) && token.upos !== 'PUNCT');
  if (own.length > 0 && own[0]!.start >= quote.end && rest.length === 0) return { quote, source: own };
  // The subject is what stands between, where it is a noun phrase: "Haddad, a surgeon and writer in the town, said".
  const aside = whoElse(between);
  const plain = before.every((t) => aside.includes(t) || (t.upos !== 'VERB' && t.upos !== 'SCONJ'));
  return plain &&
    before[0]!.upos !== 'CCONJ' &&
    before.length <= NAMED_MAX &&
    before.some((token) => NOMINAL.has(token.upos))
    ? { quote, source: trimMarks(between) }
    : undefined;
}

/** ", who led the team," in what stands before a verb of saying. */
function whoElse(between: readonly Token[]): readonly Token[] {
  const from = between.findIndex((t) => /^who(?:se)?$/i.test(t.form));
  const to = between.findLastIndex((t) => t.form === ',');
  return from > 0 && between[from - 1]!.form === ',' && to > from ? between.slice(from, to) : [];
}

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON']);
/** Words of a name with what describes it. */
const NAMED_MAX = 26;

/** "said Omar Haddad, a doctor": the noun phrase right behind the verb. */
function invertedSubject(tree: Tree, verb: Token, quotations: readonly Quotation[]): Token[] | undefined {
  const subject = tree.childrenBy(verb, 'nsubj', 'obj').find((token) => token.index > verb.index);
  let head = subject;
  if (!head) {
    const next = tree.tokens.slice(verb.index + 1).find((token) => token.upos !== 'ADV');
    if (!next || !['NOUN', 'PROPN', 'PRON', 'DET', 'ADJ', 'NUM'].includes(next.upos)) return undefined;
    head = next;
    for (let up = tree.head(head); up && up.index > verb.index && NOMINAL.has(up.upos); up = tree.head(up))
      head = up;
  }
  const source = phrase(tree, head).filter(
    (token) =>
      token.index > verb.index && !quotations.some((q) => holds(q, token) && q.end - q.start > NICKNAME_MAX),
  );
  return source[0] && source[0].index <= verb.index + 2 ? trimMarks(source) : undefined;
}

/** `X said: "…"`, `X said on Monday, "…"`. */
function quoteAfter({ tree, quotations, text }: RuleContext, verb: Token): Hit | undefined {
  const quote = quotations.find((q) => q.start >= verb.end);
  if (!quote || quote.paragraph !== tree.sentence.paragraph || quote.end - quote.start < SPEECH_MIN)
    return undefined;
  const lead = text.slice(verb.end, quote.start).replace(/["“”„«'‘`\s]+$/, '');
  if (!/[:,]$/.test(lead) || lead.length > 120) return undefined;
  const between = tree.tokens.filter((token) => token.index > verb.index && token.start < quote.start);
  const clean = between.every(
    (token) => token.upos !== 'VERB' || !['conj', 'ccomp', 'parataxis', 'advcl'].includes(token.deprel),
  );
  if (!clean) return undefined;
  const agent = agentOf(tree, verb);
  const speaker = agent ? speakerAt(tree, verb, agent) : { source: [] };
  const source = speaker.source.filter((token) => !holds(quote, token));
  if (source.length > 0) return { quote, ...speaker, source };
  // "Chief officer for the region, Dr. Haddad, said": all before the verb, where it is but a noun phrase.
  const before = trimMarks(tree.tokens.slice(0, verb.index));
  const plain = before.every((t) => !['VERB', 'AUX', 'SCONJ', 'CCONJ'].includes(t.upos));
  return plain && before.length <= 14 && before.some((t) => NOMINAL.has(t.upos))
    ? { quote, source: before }
    : undefined;
}
