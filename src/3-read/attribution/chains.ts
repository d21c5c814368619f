/** Hops that stand beside an attribution: "said, citing Y", "according to X, quoting Y", "a statement carried by Z". */
import type { Token } from '../language/parsed-text.ts';
import { relation, type Tree } from '../syntax/tree.ts';
import { agentPhrase, phrase, without } from './parts.ts';
import type { Found, RuleContext } from './rule.ts';

/** Adds the deeper source of "citing Y" and the outer one of "carried by Z" to the attributions of a sentence. */
export function extendChains(context: RuleContext, found: readonly Found[]): Found[] {
  const { tree, words } = context;
  const out = [...found];
  const { carrier, saying } = words.parts;
  for (const word of tree.tokens) {
    if (isCitedSource(context, word)) addCited(tree, word, out);
    else if (
      carrier.has(word.lemma) &&
      relation(word) === 'acl' &&
      (word.xpos === 'VBN' || word.xpos === 'VBD')
    ) {
      addCarrier(tree, word, out, saying);
    }
  }
  return out;
}

/** "citing police", not "citing the cold": a source has a name, speaks, or is a document. */
export function isCitedSource({ tree, words }: RuleContext, cite: Token): boolean {
  if (!words.parts.citation.has(cite.lemma) || cite.xpos !== 'VBG') return false;
  const object = tree.child(cite, 'obj');
  return (
    object !== undefined &&
    (object.upos === 'PROPN' || words.parts.speaker.has(object.lemma) || words.documents.has(object.lemma))
  );
}

function addCited(tree: Tree, cite: Token, found: Found[]): void {
  const object = tree.child(cite, 'obj');
  if (!object) return;
  const aside = new Set(tree.subtree(cite));
  const at = found.findIndex(
    (f) => f.cueHead !== cite && (f.source.includes(cite) || dominates(tree, f.cueHead, cite)),
  );
  const index = at >= 0 ? at : found.findIndex((f) => f.cueHead !== cite);
  if (index < 0) {
    addAlone(tree, cite, object, aside, found);
    return;
  }
  const host = found[index]!;
  const strip = (tokens: readonly Token[]) => tokens.filter((token) => !aside.has(token));
  const outer: Found = { ...host, source: strip(host.source), content: strip(host.content) };
  replace(found, host, outer);
  found.push({
    rule: 'citing',
    source: without(phrase(tree, object), []),
    cue: [cite],
    cueHead: cite,
    content: outer.content,
    kind: 'speech',
    certainty: 'asserted',
    outer,
  });
}

/** "Ten died, the paper writes"-less: "Ten died on Friday, Reuters reports citing police" has a host; this has none. */
function addAlone(tree: Tree, cite: Token, object: Token, aside: Set<Token>, found: Found[]): void {
  const clause = tree.head(cite);
  if (clause?.upos !== 'VERB') return;
  found.push({
    rule: 'citing',
    source: phrase(tree, object),
    cue: [cite],
    cueHead: cite,
    content: tree.subtree(clause).filter((token) => !aside.has(token)),
    kind: 'speech',
    certainty: 'asserted',
  });
}

function addCarrier(tree: Tree, carried: Token, found: Found[], sayings: ReadonlySet<string>): void {
  const agent = agentPhrase(tree, carried);
  const noun = tree.head(carried);
  if (!agent || !noun || !sayings.has(noun.lemma)) return;
  const host = found.find((f) => dominates(tree, f.cueHead, noun) || f.source.includes(noun));
  if (!host || host.outer) return;
  const aside = new Set(tree.subtree(carried));
  const by = tree.childrenBy(agent, 'case');
  const outer: Found = {
    rule: 'carried-by',
    source: without(phrase(tree, agent), by),
    cue: [carried, ...by],
    cueHead: carried,
    content: host.content,
    kind: 'speech',
    certainty: 'asserted',
  };
  const strip = (tokens: readonly Token[]) => tokens.filter((token) => !aside.has(token));
  const inner: Found = {
    ...host,
    source: strip(host.source),
    cue: strip(host.cue),
    content: strip(host.content),
    outer,
  };
  replace(found, host, inner);
  found.push(outer);
}

/** Whether a word hangs on the cue without a clause of another subject between. */
function dominates(tree: Tree, cue: Token, word: Token): boolean {
  return cue !== word && tree.under(word, cue);
}

function replace(found: Found[], old: Found, by: Found): void {
  found[found.indexOf(old)] = by;
  for (const f of found) if (f.outer === old) f.outer = by;
}
