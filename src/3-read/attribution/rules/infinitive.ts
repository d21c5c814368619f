/** "vowed to attack", "is believed to have fled", "was quoted as saying", "declined to say whether". */
import type { Token } from '../../language/parsed-text.ts';
import { isTimeNoun } from '../../syntax/time-nouns.ts';
import { relation, type Tree } from '../../syntax/tree.ts';
import { frameOf } from '../cue-words.ts';
import { agentPhrase, antecedent, cueTokens, isPassive, phrase, toldTogether } from '../parts.ts';
import type { AttributionRule, Found } from '../rule.ts';
import { speakerOf } from '../speaker.ts';

export const toDo: AttributionRule = {
  name: 'to-do',
  examples: [
    {
      text: 'The group vowed to retake the bridge.',
      source: 'The group',
      cue: 'vowed',
      content: 'to retake the bridge',
    },
  ],
  misses: ['The group managed to retake the bridge.'],
  find(context) {
    const { tree, words } = context;
    const found: Found[] = [];
    for (const verb of tree.tokens) {
      if (verb.upos !== 'VERB' || isPassive(tree, verb)) continue;
      const content = tree.child(verb, 'xcomp');
      const cue = content && frameOf(words, verb.lemma, 'x');
      if (!content || !cue || !isInfinitive(tree, content)) continue;
      const said = tellingOf(tree, verb, content);
      if (said) continue;
      found.push({
        rule: 'to-do',
        ...speakerOf(tree, verb),
        cue: cueTokens(context, verb),
        cueHead: verb,
        content: tree.subtree(content),
        kind: cue.kind,
        certainty: cue.certainty,
      });
    }
    return found;
  },
};

function isInfinitive(tree: Tree, clause: Token): boolean {
  return (
    clause.xpos === 'VB' ||
    tree.childrenBy(clause, 'mark').some((mark) => mark.lemma === 'to') ||
    !!tree.child(clause, 'cop')
  );
}

/** "declined to say", "refused to confirm": another rule's. */
function tellingOf(tree: Tree, verb: Token, content: Token): boolean {
  return (
    (verb.lemma === 'decline' || verb.lemma === 'refuse') &&
    ['say', 'comment', 'confirm', 'reveal', 'disclose', 'discuss', 'name', 'give', 'identify'].includes(
      content.lemma,
    ) &&
    tree.tokens.length > 0
  );
}

export const believedTo: AttributionRule = {
  name: 'believed-to',
  examples: [
    {
      text: 'The commander is believed to have fled across the border.',
      source: '',
      cue: 'is believed',
      content: 'The commander … to have fled across the border',
    },
    {
      text: 'Jets were reported to have hit a depot.',
      source: '',
      cue: 'were reported',
      content: 'Jets … to have hit a depot',
    },
  ],
  misses: ['The commander was forced to flee.', 'Nobody should have been allowed to leave.'],
  find(context) {
    const { tree, words } = context;
    const found: Found[] = [];
    for (const verb of tree.tokens) {
      if (!['VBN', 'VBD'].includes(verb.xpos) || !isPassive(tree, verb)) continue;
      const content = tree.child(verb, 'xcomp') ?? tree.child(verb, 'ccomp');
      const cue = content && frameOf(words, verb.lemma, 'c', 'x', 'n');
      const subject = ownSubject(tree, verb) ?? sharedSubject(tree, verb);
      if (!content || !cue || verb.lemma === 'quote' || NO_BELIEF.has(verb.lemma)) continue;
      // "After talks have been concluded, Oslo will pay": a clause that nothing leads to is not what was concluded.
      if (!subject && content.deprel === 'ccomp' && !tree.child(content, 'mark')) continue;
      const expletive =
        !subject ||
        subject.deprel.startsWith('expl') ||
        (subject.lemma === 'it' && content.deprel === 'ccomp');
      const told = frameOf(words, verb.lemma, 'o-x');
      if (content.deprel === 'xcomp' && (told || !isInfinitive(tree, content))) continue;
      found.push({
        rule: 'believed-to',
        ...speakerOf(tree, verb),
        cue: cueTokens(context, verb),
        cueHead: verb,
        content: [
          ...(expletive ? [] : phrase(tree, antecedent(tree, subject, verb))),
          ...toldTogether(tree, verb, content),
        ].sort((a, b) => a.index - b.index),
        kind: cue.kind,
        certainty: cue.certainty === 'asserted' ? 'hedged' : cue.certainty,
      });
    }
    return found;
  },
};

/** The subject, of several the one nearest before the verb; "days earlier" is none. */
function ownSubject(tree: Tree, verb: Token): Token | undefined {
  const subjects = tree.childrenBy(verb, 'nsubj').filter((child) => !isTimeNoun(child.form));
  return subjects.findLast((child) => child.index < verb.index) ?? subjects[0];
}

/** "was sealed off and is expected to open": the subject of the verb before. */
function sharedSubject(tree: Tree, verb: Token): Token | undefined {
  const head = relation(verb) === 'conj' ? tree.head(verb) : undefined;
  return head && tree.child(verb, 'cc') ? tree.child(head, 'nsubj:pass', 'nsubj') : undefined;
}

/** Passives that let or make somebody do something. */
const NO_BELIEF = new Set([
  'allow',
  'permit',
  'require',
  'force',
  'enable',
  'entitle',
  'authorise',
  'authorize',
]);

export const seemsTo: AttributionRule = {
  name: 'seems-to',
  examples: [
    {
      text: 'The rebels appear to have left the town.',
      source: '',
      cue: 'appear',
      content: 'The rebels … to have left the town',
    },
  ],
  misses: ['The rebels wanted to leave the town.', 'The rebels appeared on the road.'],
  find(context) {
    const { tree, words } = context;
    const found: Found[] = [];
    for (const verb of tree.tokens) {
      const cue = verb.upos === 'VERB' ? frameOf(words, verb.lemma, 'r') : undefined;
      const content = cue && tree.child(verb, 'xcomp');
      const subject = tree.child(verb, 'nsubj');
      if (!cue || !content || !subject) continue;
      found.push({
        rule: 'seems-to',
        source: [],
        cue: cueTokens(context, verb),
        cueHead: verb,
        content: [...phrase(tree, antecedent(tree, subject, verb)), ...tree.subtree(content)].sort(
          (a, b) => a.index - b.index,
        ),
        kind: cue.kind,
        certainty: cue.certainty,
      });
    }
    return found;
  },
};

export const tellTo: AttributionRule = {
  name: 'tell-to',
  examples: [
    {
      text: 'The council called for both sides to leave the city.',
      source: 'The council',
      cue: 'called for',
      content: 'both sides to leave the city',
    },
    {
      text: 'The governor urged residents to leave the city.',
      source: 'The governor',
      cue: 'urged',
      content: 'residents to leave the city',
    },
  ],
  misses: ['The governor helped residents to leave the city.'],
  find(context) {
    const { tree, words } = context;
    const found: Found[] = [];
    for (const verb of tree.tokens) {
      if (verb.upos !== 'VERB') continue;
      const content = tree.child(verb, 'xcomp') ?? tree.child(verb, 'advcl');
      const cue = content && frameOf(words, verb.lemma, 'o-x');
      if (!content || !cue || !isInfinitive(tree, content) || content.index < verb.index) continue;
      const passive = isPassive(tree, verb);
      const object = passive
        ? tree.child(verb, 'nsubj:pass')
        : (tree.child(verb, 'obj', 'iobj') ?? tree.child(verb, 'obl'));
      // "were encouraged by his decision to step down": nobody is told to.
      const by = passive ? agentPhrase(tree, verb) : undefined;
      if (!object || (by && by.index < content.index)) continue;
      found.push({
        rule: 'tell-to',
        ...speakerOf(tree, verb),
        // "called for", "called on": the preposition belongs to the cue.
        cue: cueTokens(
          context,
          verb,
          passive ? [] : tree.childrenBy(object, 'case').filter((t) => t.index === verb.index + 1),
        ),
        cueHead: verb,
        content: [...phrase(tree, object), ...tree.subtree(content), ...goesOn(tree, verb, content)].sort(
          (a, b) => a.index - b.index,
        ),
        kind: cue.kind,
        certainty: cue.certainty,
      });
    }
    return found;
  },
};

/** "urged us to join | and help the fund grow": a clause that reads on behind the infinitive, hung on the verb. */
function goesOn(tree: Tree, verb: Token, content: Token): Token[] {
  const last = tree.subtree(content).at(-1)!.index;
  return tree
    .childrenBy(verb, 'ccomp', 'advcl')
    .filter((child) => tree.subtree(child)[0]!.index === last + 1 && tree.child(child, 'nsubj'))
    .flatMap((child) => tree.subtree(child));
}

export const declinedToSay: AttributionRule = {
  name: 'declined-to-say',
  examples: [
    {
      text: 'A spokesman declined to say whether jets were in the area.',
      source: 'A spokesman',
      cue: 'declined to say',
      content: 'whether jets were in the area',
    },
    {
      text: 'The governor declined to comment.',
      source: 'The governor',
      cue: 'declined',
      content: 'to comment',
    },
  ],
  misses: ['Sales declined to a record low.'],
  find(context) {
    const { tree, words } = context;
    const found: Found[] = [];
    for (const verb of tree.tokens) {
      const cue = verb.upos === 'VERB' ? frameOf(words, verb.lemma, 'w') : undefined;
      const said = cue && tree.child(verb, 'xcomp');
      if (!cue || !said || !tellingOf(tree, verb, said)) continue;
      // "declined to comment": what was declined is all there is to tell.
      const told = said.lemma === 'comment' ? undefined : tree.child(said, 'ccomp', 'obj', 'obl', 'advcl');
      const to = tree.childrenBy(said, 'mark');
      found.push({
        rule: 'declined-to-say',
        ...speakerOf(tree, verb),
        cue: cueTokens(context, verb, told ? [...to, said] : []),
        cueHead: verb,
        content: tree.subtree(told ?? said),
        kind: cue.kind,
        certainty: cue.certainty,
      });
    }
    return found;
  },
};
