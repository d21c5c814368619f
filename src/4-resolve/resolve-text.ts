/** The route of stage 4: what was read as written becomes parties, places, times and claims. */
import type { Attributed, RawAttribution } from '../3-read/attribution/attribute.ts';
import type { CueWords } from '../3-read/attribution/cue-words.ts';
import type { RawClaim } from '../3-read/events/claims.ts';
import type { EventWords } from '../3-read/events/words.ts';
import type { ParsedText, Token } from '../3-read/language/parsed-text.ts';
import { relation, type Tree, textOf } from '../3-read/syntax/tree.ts';
import type { Attribution, Claim, Hop, Name, Note, Party, Place, Source, Time } from '../records/index.ts';
import { buildClaims } from './claims/build-claims.ts';
import { protestsIn } from './claims/protests.ts';
import { namesOf } from './names.ts';
import { Discourse, type ReferenceWords } from './parties/anaphors.ts';
import { findParties } from './parties/find-parties.ts';
import { type Meant, type PhraseContext, partyOfPhrase, type Spoke } from './parties/phrase-party.ts';
import type { PartyRegister } from './parties/register.ts';
import { titlesIn } from './parties/titles.ts';
import type { PartyEntry, PartyMatch } from './parties/types.ts';
import { sourceKind } from './source-kind.ts';

export interface PartyKnowledge {
  byKey: (key: string) => PartyEntry | undefined;
  fill: (state: string, organ: string) => PartyEntry | undefined;
}

export interface ResolveInput {
  document: string;
  parsed: ParsedText;
  attributed: Attributed;
  claims: readonly RawClaim[];
  matches: readonly PartyMatch[];
  places: readonly Place[];
  times: readonly Time[];
  knowledge: PartyKnowledge;
  words: { cues: CueWords; events: EventWords; references: ReferenceWords };
}

export interface Resolved {
  parties: Party[];
  attributions: Attribution[];
  claims: Claim[];
  notes: Note[];
  names: Name[];
}

export function resolveText(input: ResolveInput): Resolved {
  const { parsed, attributed, knowledge, words } = input;
  const register = findParties(parsed, attributed.trees, input.matches, input.places, knowledge.byKey);
  const discourse = new Discourse();
  noteMentions(register, attributed, discourse);
  const titled = attributed.trees.flatMap((tree) =>
    titlesIn(tree, register.within(tree.sentence.start, tree.sentence.end)),
  );
  const context = (sentence: number, speaker: Party | null): PhraseContext => ({
    register,
    discourse,
    words: words.references,
    byKey: knowledge.byKey,
    fill: knowledge.fill,
    speaker,
    titled,
    sentence,
    trees: attributed.trees,
  });
  const speakers = resolveSources(input, register, discourse, context);
  const attributions = attributed.attributions.map((a) =>
    toAttribution(a, input, speakers.get(a.index) ?? null),
  );
  const meant = (claim: RawClaim, head: Token): Meant => {
    const speaker = claim.chain.length > 0 ? (speakers.get(claim.chain.at(-1)!) ?? null) : null;
    const found = partyOfPhrase(context(claim.tree.sentence.index, speaker), claim.tree, head);
    const acts = claim.roles.by.includes(head);
    if (found.party && (head.upos !== 'PRON' || acts)) {
      discourse.note({
        party: found.party,
        at: head.start,
        sentence: claim.tree.sentence.index,
        prominent: true,
        source: false,
        acts,
      });
    }
    return found;
  };
  const hops = (chain: readonly number[], sentence: number) =>
    hopsOf(chain, sentence, input, attributions, speakers, register);
  const { claims, notes } = buildClaims(input.claims, {
    document: input.document,
    text: parsed.text,
    sentences: parsed.sentences,
    words: words.events,
    places: input.places,
    times: input.times,
    hops,
    meant,
    parties: () => register.parties,
    sideless: (party) => {
      const entry = register.entryOf(party);
      return entry?.generic === true && entry.type !== 'rebels';
    },
    protests: protestsIn(attributed.trees, words.events),
    speaker: (chain) => (chain.length > 0 ? (speakers.get(chain.at(-1)!) ?? null) : null),
  });
  return {
    parties: register.parties,
    attributions,
    claims,
    notes,
    names: namesOf(parsed, register, input.places),
  };
}

/** Every mention is remembered, subjects and sources as prominent. */
function noteMentions(register: PartyRegister, attributed: Attributed, discourse: Discourse): void {
  for (const tree of attributed.trees) {
    const { sentence } = tree;
    for (const mention of register.within(sentence.start, sentence.end)) {
      const token = tree.tokens.find(
        (t) =>
          t.start < mention.end &&
          t.end > mention.start &&
          (t.head < 0 ||
            tree.tokens[t.head]!.start >= mention.end ||
            tree.tokens[t.head]!.end <= mention.start),
      );
      const source = attributed.attributions.some(
        (a) =>
          a.sentence === sentence.index && a.source.some(([s, e]) => mention.start < e && mention.end > s),
      );
      discourse.note({
        party: mention.party,
        at: mention.start,
        sentence: sentence.index,
        prominent: source || (token !== undefined && isSubject(tree, token)),
        source,
      });
    }
  }
}

function isSubject(tree: Tree, token: Token): boolean {
  for (let at: Token | undefined = token, n = 0; at && n < 4; at = tree.head(at), n++) {
    if (relation(at) === 'nsubj') return true;
    if (!['flat', 'compound', 'appos', 'nmod', 'conj'].includes(relation(at))) return false;
  }
  return false;
}

/** The party behind each source, in order of the text: later pronouns lean on earlier answers. */
function resolveSources(
  input: ResolveInput,
  register: PartyRegister,
  discourse: Discourse,
  context: (sentence: number, speaker: Party | null) => PhraseContext,
): Map<number, Party> {
  const { attributed } = input;
  const speakers = new Map<number, Party>();
  const order = [...attributed.attributions].sort(
    (a, b) => (a.sourceHead?.start ?? a.cueHead.start) - (b.sourceHead?.start ?? b.cueHead.start),
  );
  const spoke: Spoke[] = [];
  for (const a of order) {
    if (!a.sourceHead) continue;
    const tree = attributed.trees[a.sentence]!;
    const outer = a.outer === null ? null : (speakers.get(a.outer) ?? null);
    const spans = a.standsFor.length > 0 ? a.standsFor : a.source;
    const { party } = partyOfPhrase(
      { ...context(a.sentence, outer), source: { spans, spoke } },
      tree,
      a.sourceHead,
    );
    if (a.outer === null && a.kind === 'speech') spoke.push({ tree, head: a.sourceHead, party });
    if (!party) continue;
    speakers.set(a.index, party);
    discourse.note({ party, at: a.sourceHead.start, sentence: a.sentence, prominent: true, source: true });
    for (const later of a.runsInto)
      discourse.note({
        party,
        at: attributed.trees[later]!.sentence.start,
        sentence: later,
        prominent: true,
        source: true,
      });
  }
  void register;
  return speakers;
}

function sourceOf(a: RawAttribution, input: ResolveInput, party: Party | null): Source {
  const { parsed, attributed, words } = input;
  const tree = attributed.trees[a.sentence]!;
  return {
    spans: a.source,
    text: textOf(parsed.text, a.source),
    kind: sourceKind(tree, a.sourceHead, party, words.cues.documents, words.references),
    party: party?.id ?? null,
    basis: 'stated',
  };
}

function toAttribution(a: RawAttribution, input: ResolveInput, party: Party | null): Attribution {
  return {
    id: `a${a.index + 1}`,
    source: sourceOf(a, input, party),
    cue: { spans: a.cue, text: textOf(input.parsed.text, a.cue), lemma: a.cueHead.lemma },
    content: a.content,
    mode: a.mode,
    kind: a.kind,
    nestedIn: a.outer === null ? null : `a${a.outer + 1}`,
    rules: [a.rule],
  };
}

/** Hops of a claim, outermost first; "told Reuters" gives Reuters an outer hop; a quotation that runs on has no cue. */
function hopsOf(
  chain: readonly number[],
  sentence: number,
  input: ResolveInput,
  attributions: readonly Attribution[],
  speakers: ReadonlyMap<number, Party>,
  register: PartyRegister,
): Hop[] {
  const hops: Hop[] = [];
  for (const index of chain) {
    const raw = input.attributed.attributions[index]!;
    const a = attributions[index]!;
    const heard = toldTo(raw, input, register);
    if (heard) hops.push(heard);
    if (raw.sentence !== sentence) hops.push(runOnHop(raw, a, sentence, input, speakers.get(index) ?? null));
    else
      hops.push({
        attribution: a.id,
        source: named(raw, a.source, input.parsed.text),
        cue: a.cue,
        mode: a.mode,
      });
  }
  return hops.filter((hop, i) => i === 0 || !isSameAgain(hop, hops[i - 1]!));
}

/** "The general said he cannot confirm …": he is the general, and says it once. */
function isSameAgain({ source }: Hop, { source: outer }: Hop): boolean {
  return (
    source.party !== null && source.party === outer.party && /^(?:i|we|he|she|it|they)$/i.test(source.text)
  );
}

/**
 * Where only a cue says that somebody says so ("reportedly"), its words stand for the source; where a relative pronoun
 * does ("a resident who said"), the words it stands for.
 */
function named(raw: RawAttribution, source: Source, text: string): Source {
  if (source.spans.length === 0)
    return { ...source, spans: raw.cue, text: textOf(text, raw.cue), kind: 'unnamed' };
  if (raw.standsFor.length === 0) return source;
  return { ...source, spans: raw.standsFor, text: textOf(text, raw.standsFor) };
}

function runOnHop(
  raw: RawAttribution,
  a: Attribution,
  sentence: number,
  input: ResolveInput,
  party: Party | null,
): Hop {
  const before = input.attributed.trees[sentence]!.sentence.start;
  const last = party?.mentions.filter(([, end]) => end <= before).at(-1);
  const spans = last ? [last] : raw.source.length > 0 ? raw.source : raw.cue;
  return {
    attribution: a.id,
    source: { ...a.source, spans, text: textOf(input.parsed.text, spans), basis: 'implied' },
    cue: null,
    mode: a.mode,
  };
}

/** "told Reuters", "told the rights group": whoever was told stands between the speaker and us, where it is a body that reports. */
function toldTo(raw: RawAttribution, input: ResolveInput, register: PartyRegister): Hop | null {
  if (raw.addressee.length === 0 || raw.cueHead.lemma !== 'tell') return null;
  const [start, end] = [raw.addressee[0]![0], raw.addressee.at(-1)![1]];
  const mention = register
    .within(start, end)
    .find((m) => m.party.kind === 'outlet' || m.party.kind === 'organisation');
  if (!mention) return null;
  const { text } = input.parsed;
  return {
    attribution: `a${raw.index + 1}`,
    source: {
      spans: raw.addressee,
      text: textOf(text, raw.addressee),
      kind: mention.party.kind === 'outlet' ? 'outlet' : 'organisation',
      party: mention.party.id,
      basis: 'stated',
    },
    cue: { spans: raw.cue, text: textOf(text, raw.cue), lemma: raw.cueHead.lemma },
    mode: raw.mode,
  };
}
