/** What kind of source a phrase names: by its party where it has one, else by its noun. */
import type { Token } from '../3-read/language/parsed-text.ts';
import type { Tree } from '../3-read/syntax/tree.ts';
import type { Party, SourceKind } from '../records/index.ts';
import type { ReferenceWords } from './parties/anaphors.ts';

const BY_PARTY: Record<Party['kind'], SourceKind> = {
  state: 'state',
  'state-force': 'state',
  'armed-group': 'organisation',
  person: 'person',
  organisation: 'organisation',
  outlet: 'outlet',
  population: 'unnamed',
};

export function sourceKind(
  tree: Tree,
  head: Token | null,
  party: Party | null,
  documents: ReadonlySet<string>,
  words: ReferenceWords,
): SourceKind {
  if (!head) return 'unnamed';
  const lemma = head.lemma.toLowerCase();
  const noun = words.sources.get(lemma);
  const plural = head.xpos === 'NNS' || head.xpos === 'NNPS';
  const byNoun = noun && ((plural ? noun.plural : noun.singular) as SourceKind);
  // "a spokesman", "Syrian officials", "local sources": the noun says more than the body they belong to.
  if (byNoun && head.upos === 'NOUN' && party?.kind !== 'person') {
    if (byNoun !== 'outlet' && byNoun !== 'organisation') return byNoun;
    return party ? BY_PARTY[party.kind] : byNoun;
  }
  if (party) return BY_PARTY[party.kind];
  if (head.upos === 'PRON')
    return ['he', 'she', 'who', 'i'].includes(lemma)
      ? 'person'
      : ['it', 'they', 'we'].includes(lemma)
        ? 'organisation'
        : 'unnamed';
  if (documents.has(lemma)) return isUnnamedReport(tree, head) ? 'unnamed' : 'document';
  if (byNoun) return byNoun;
  // "the Health Executive" is a body; persons go without an article.
  if (head.upos === 'PROPN') return tree.child(head, 'det') ? 'organisation' : 'person';
  return 'unnamed';
}

/** "reports", "unconfirmed reports": nobody's. */
function isUnnamedReport(tree: Tree, head: Token): boolean {
  return head.lemma === 'report' && head.xpos === 'NNS' && !tree.child(head, 'nmod', 'nmod:poss');
}
