/** One report on the reviewer's desk: its text, the claim at hand, and all that can be decided on it. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { CorrectedField } from '../../../src/5-ledger/index.ts';
import type { ArticleDetail, Span } from '../api.ts';
import { ArticleText } from '../article/ArticleText.tsx';
import { scrollToWords } from '../article/scroll.ts';
import { day } from '../format.ts';
import { type Command, useCommands } from '../parts/commands.ts';
import { Words } from '../parts/Words.tsx';
import { usePick } from '../pick/usePick.ts';
import { bareSentences } from '../pick/words.ts';
import { ClaimEditor } from './ClaimEditor.tsx';
import { ClaimHead } from './ClaimHead.tsx';
import { decide } from './decisions.ts';
import { type Armed, type DeskState, LOOKING } from './desk-state.ts';
import { repicked, WORD_FIELDS } from './fields.ts';
import { PickBar } from './PickBar.tsx';
import { pickCommands } from './pick-commands.ts';
import { asClaim, asDraft, corrected, correction, draftAt } from './values.ts';

export interface DeskProps {
  who: string;
  /** With the decisions on their way applied. */
  detail: ArticleDetail;
  /** The claim at hand. */
  current: string | undefined;
  doubts: readonly string[];
  onChoose: (claim: string | undefined) => void;
  /** Goes to the next claim to decide, once one was decided. */
  onDecided: (claim: string) => void;
  head: React.ReactNode;
}

const NO_WORDS: readonly Span[] = [];

export function Desk({ who, detail, current, doubts, onChoose, onDecided, head }: DeskProps) {
  const { article, claims } = detail;
  const document = detail.document.sha256;
  const shown = useMemo(
    () => claims.filter(({ review }) => !['rejected', 'merged', 'split'].includes(review)),
    [claims],
  );
  const [state, setState] = useState<DeskState>(LOOKING);
  const { doing, open, armed } = state;
  const patch = (part: Partial<DeskState>) => setState((now) => ({ ...now, ...part }));
  const [lit, setLit] = useState<readonly Span[]>(NO_WORDS);
  const [focus, setFocus] = useState(0);
  const pick = usePick(article.text);
  const page = useRef<HTMLDivElement>(null);
  /** Words were picked by the press that ends now: its click chooses no claim. */
  const justPicked = useRef(false);
  const standing = claims.find(({ claim }) => claim.id === current);
  const drafting = doing.kind === 'drafting';
  const claim = drafting ? asClaim(doing.draft, 'draft', document) : standing?.claim;
  const chosen = drafting ? -1 : shown.findIndex((one) => one.claim.id === current);
  const bare = useMemo(
    () =>
      bareSentences(
        article.text,
        article.furniture as Span[],
        shown.map((one) => one.claim.spans as Span[]),
      ),
    [article, shown],
  );
  const show = (span: Span) => scrollToWords(page.current, span);
  // Another claim: what was begun on the one before is left, save where it is about both.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the claim changes
  useEffect(() => {
    setState((now) => (now.doing.kind === 'merging' ? now : LOOKING));
    setLit(NO_WORDS);
    pick.clear();
    const first = standing?.claim.spans[0];
    if (first) show(first as Span);
  }, [current, document]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the keyboard's mark
  useEffect(() => {
    if (pick.focus) show(pick.focus);
  }, [pick.focus]);

  const look = () => {
    setState(LOOKING);
    pick.clear();
  };
  const set = (field: CorrectedField, value: unknown, label: string) => {
    if (!claim) return;
    setLit(NO_WORDS);
    if (drafting) {
      setState({ ...LOOKING, doing: { kind: 'drafting', draft: asDraft(corrected(claim, field, value)) } });
    } else {
      decide(who, { decisions: [correction(claim.id, field, value)], label, claim: claim.id, document });
      setState(LOOKING);
    }
    pick.clear();
  };
  const assign = (name: string, index: number | null, span: Span) => {
    if (!claim) return;
    const word = WORD_FIELDS.find((one) => one.name === name)!;
    const { field, value } =
      index === null
        ? { field: word.field, value: word.value(claim, detail, span) }
        : repicked(claim, { name, index }, detail, span);
    set(field, value, `set ${word?.label ?? name}`);
    // A figure's words tell how many; what befell them is looked at.
    const count = name === 'effect' && index === null ? (claim.event?.effects.length ?? 0) : null;
    if (count !== null) patch({ open: { name: 'effect', index: count } });
  };
  const take = (span: Span) => {
    if (armed) assign(armed.name, armed.index, span);
    else if (doing.kind === 'splitting') {
      patch({ doing: { kind: 'splitting', parts: [...doing.parts, span] } });
      pick.clear();
    }
  };
  const begin = (span: Span) => {
    setState({ ...LOOKING, doing: { kind: 'drafting', draft: draftAt(detail, span) } });
    pick.clear();
    setLit(NO_WORDS);
  };
  const act = (
    decisions: Parameters<typeof decide>[1]['decisions'],
    label: string,
    why: string | null = null,
  ) => {
    decide(who, { decisions, label, why, claim: current ?? null, document });
    look();
  };
  const done = () => current && onDecided(current);
  const accept = () => {
    if (drafting) {
      act([{ type: 'add', document, claim: doing.draft }], 'added a claim');
    } else if (standing) {
      act([{ type: 'reads-right', claim: standing.claim.id }], 'reads right');
      done();
    }
  };
  const reject = (why: string | null) => {
    if (!standing) return;
    act([{ type: 'reject', claim: standing.claim.id }], 'rejected', why);
    done();
  };
  const merge = (into: string) => {
    if (doing.kind !== 'merging' || doing.from === into) return look();
    decide(who, {
      decisions: [{ type: 'merge', what: 'claim', into, from: [doing.from] }],
      ...{ label: 'merged', claim: doing.from, document },
    });
    look();
  };
  const split = () => {
    if (doing.kind !== 'splitting' || doing.parts.length < 2 || !standing) return;
    const draft = asDraft(standing.claim);
    const parts = doing.parts.map((span) => ({
      ...draft,
      spans: [[...span] as [number, number]],
      text: article.text.slice(...span),
    }));
    act([{ type: 'split', what: 'claim', id: standing.claim.id, claims: parts, groups: [] }], 'split');
    done();
  };
  const complete = () => act([{ type: 'status', document, status: 'complete' }], 'article complete');
  const note = (text: string) =>
    current && act([{ type: 'note', on: { what: 'claim', id: current }, text }], 'noted');

  const picking = pick.span !== null || armed !== null || doing.kind === 'splitting';
  const onePicked = pick.span;
  const decided = standing && !drafting;
  const commands: Command[] = [
    { key: 'a', label: drafting ? 'Add this claim' : 'Reads right', run: accept },
    ...(decided
      ? [
          {
            key: 'r',
            label: 'Reject, with a reason',
            run: () => patch({ doing: { kind: 'rejecting' }, open: null }),
          },
          {
            key: 'm',
            label: 'Merge: says the same as another claim',
            run: () => patch({ doing: { kind: 'merging', from: standing.claim.id } }),
          },
          {
            key: 's',
            label: 'Split into several claims',
            run: () => patch({ doing: { kind: 'splitting', parts: [] } }),
          },
          { key: 'n', label: 'Note on this claim', run: () => patch({ doing: { kind: 'noting' } }) },
        ]
      : []),
    { key: 'e', label: 'Edit the fields', run: () => setFocus((n) => n + 1) },
    { key: 'v', label: 'Pick words by keyboard', run: () => pick.startAt(claim?.spans[0]?.[0] ?? 0) },
    { key: 'c', label: 'The article is complete', run: () => patch({ doing: { kind: 'completing' } }) },
    {
      key: 'g',
      label: 'To the next sentence without a claim',
      run: () => {
        const from = pick.span?.[0] ?? claim?.spans[0]?.[0] ?? -1;
        const next = bare.find(([start]) => start > from) ?? bare[0];
        if (next) pick.startAt(next[0]);
      },
    },
    { key: 'Escape', label: 'Leave what was begun', run: look, unlisted: true },
    {
      key: 'Enter',
      label: 'Take',
      unlisted: true,
      run: () => {
        if (doing.kind === 'merging' && current) merge(current);
        else if (drafting) accept();
      },
    },
  ];
  useCommands(commands, !picking);
  useCommands(
    pickCommands({
      pick,
      start: claim?.spans[0]?.[0] ?? 0,
      waiting: armed !== null || doing.kind === 'splitting',
      hasClaim: claim !== undefined,
      assign: (name) => onePicked && assign(name, null, onePicked),
      add: () => onePicked && begin(onePicked),
      take: () => (onePicked ? take(onePicked) : split()),
      leave: look,
    }),
    picking,
  );

  const waitingFor = armed
    ? (WORD_FIELDS.find(({ name }) => name === armed.name)?.label ?? armed.name)
    : doing.kind === 'splitting'
      ? `part ${doing.parts.length + 1}${doing.parts.length >= 2 ? ' (Enter: split so)' : ' of the claim'}`
      : null;
  const onArm = (name: string, index: Armed['index']) => {
    if (onePicked) assign(name, index, onePicked);
    else patch({ armed: { name, index }, open: null });
  };
  const picked = useMemo(() => {
    const parts = doing.kind === 'splitting' ? doing.parts : [];
    const draft = doing.kind === 'drafting' ? (doing.draft.spans as Span[]) : [];
    return [...parts, ...draft, ...(pick.span ? [pick.span] : [])];
  }, [doing, pick.span]);
  return (
    <div className="desk" ref={page} data-picking={picking}>
      <article
        className="article-pane desk-text"
        aria-label="The report"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
        tabIndex={0}
        onPointerDown={() => {
          justPicked.current = false;
        }}
        onPointerUp={(event) => {
          if (event.button !== 0) return;
          const span = pick.fromMouse(event, waitingFor !== null);
          justPicked.current = span !== null;
          // What they are for is known: they are taken at once.
          if (span && waitingFor !== null) take(span);
        }}
      >
        <header className="desk-head">
          {head}
          <h1>
            <Words text={article.title ?? 'Without a title'} />
          </h1>
          <p className="under">
            <span>{article.publisher ? <Words text={article.publisher} /> : 'publisher not known'}</span>
            <span>{article.published ? day(article.published.value) : 'date not known'}</span>
            <span>
              {bare.length === 0
                ? 'every sentence has a claim'
                : `${bare.length} ${bare.length === 1 ? 'sentence has' : 'sentences have'} no claim (grey)`}
            </span>
          </p>
        </header>
        <ArticleText
          article={article}
          claims={shown}
          chosen={chosen}
          lit={lit}
          picked={picked}
          bare={bare}
          onChoose={(index) => {
            if (waitingFor === null && !justPicked.current) onChoose(shown[index]?.claim.id);
          }}
        />
        {picking && (
          <PickBar
            text={article.text}
            span={onePicked}
            waitingFor={waitingFor}
            hasClaim={claim !== undefined}
            onAssign={(name) => onePicked && assign(name, null, onePicked)}
            onAdd={() => onePicked && begin(onePicked)}
            onLeave={look}
          />
        )}
      </article>
      <section className="desk-claim" aria-label="The claim">
        <ClaimHead
          {...{ who, doing, standing, claim, doubts, doubtful: bare.length }}
          undecided={shown.filter(({ review }) => review === 'undecided').length}
          onDoing={(next) => patch({ doing: next, open: null })}
          {...{
            onAccept: accept,
            onReject: reject,
            onNote: note,
            onComplete: complete,
            onSplit: split,
            onLeave: look,
          }}
          onMerge={() => current && merge(current)}
        />
        {claim && (
          <ClaimEditor
            claim={claim}
            context={detail}
            open={open}
            onOpen={(row) => patch({ open: row, armed: null })}
            onSet={set}
            onArm={onArm}
            onLight={setLit}
            onShow={show}
            focus={focus}
          />
        )}
      </section>
    </div>
  );
}
