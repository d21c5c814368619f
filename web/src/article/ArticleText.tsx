/** The text with each claim's words marked by certainty, furniture folded, and the words of a field lit. */
import { memo, useMemo } from 'react';
import type { ArticleDetail, Span } from '../api.ts';
import { CERTAINTY } from '../labels.ts';
import { Plain } from '../parts/Words.tsx';
import { claimsByParagraph, type Paragraph, paragraphs, segments, within } from './segments.ts';

interface Props {
  article: ArticleDetail['article'];
  claims: ArticleDetail['claims'];
  /** Index of the chosen claim, -1 for none. */
  chosen: number;
  lit: readonly Span[];
  /** Words that a person picked. */
  picked?: readonly Span[];
  /** Sentences that no claim has words of. */
  bare?: readonly Span[];
  onChoose: (index: number) => void;
}

const NONE: readonly Span[] = [];

export function ArticleText({ article, claims, chosen, lit, picked = NONE, bare = NONE, onChoose }: Props) {
  const { text, furniture } = article;
  const all = useMemo(() => paragraphs(text, furniture), [text, furniture]);
  const owners = useMemo(
    () =>
      claimsByParagraph(
        all,
        claims.map(({ claim }) => claim.spans),
      ),
    [all, claims],
  );
  const blocks: React.ReactNode[] = [];
  for (let i = 0; i < all.length; i++) {
    if (all[i]!.furniture) {
      const from = i;
      while (i + 1 < all.length && all[i + 1]!.furniture) i++;
      blocks.push(<Furniture key={all[from]!.start} text={text} lines={all.slice(from, i + 1)} />);
    } else {
      const paragraph = all[i]!;
      blocks.push(
        <Para
          key={paragraph.start}
          text={text}
          paragraph={paragraph}
          furniture={within(furniture as Span[], paragraph)}
          claims={claims}
          owned={owners[i]!}
          chosen={owners[i]!.includes(chosen) ? chosen : -1}
          lit={within(lit, paragraph)}
          picked={within(picked, paragraph)}
          bare={within(bare, paragraph)}
          onChoose={onChoose}
          first={i === 0}
        />,
      );
    }
  }
  return <div className="article-text">{blocks}</div>;
}

interface ParaProps {
  text: string;
  paragraph: Paragraph;
  furniture: readonly Span[];
  claims: ArticleDetail['claims'];
  owned: readonly number[];
  chosen: number;
  lit: readonly Span[];
  picked: readonly Span[];
  bare: readonly Span[];
  onChoose: (index: number) => void;
  first: boolean;
}

const Para = memo(function Para({
  text,
  paragraph,
  furniture,
  claims,
  owned,
  chosen,
  lit,
  picked,
  bare,
  onChoose,
  first,
}: ParaProps) {
  const cut = segments(paragraph, {
    claims: owned.map((index) => ({ index, spans: claims[index]!.claim.spans as Span[] })),
    furniture,
    lit,
    picked,
    bare,
  });
  return (
    <p
      dir="auto"
      className={first ? 'first' : undefined}
      data-start={paragraph.start}
      data-end={paragraph.end}
    >
      {cut.map((segment) => {
        const words = <Plain text={text.slice(segment.start, segment.end)} />;
        const lightened = segment.lit ? <mark className="lit">{words}</mark> : words;
        const inner = segment.picked ? <mark className="picked">{lightened}</mark> : lightened;
        const owner = innermost(segment.claims, claims, chosen);
        if (owner === null)
          return (
            <span
              key={segment.start}
              className={segment.furniture ? 'is-furniture' : segment.bare ? 'is-bare' : undefined}
            >
              {inner}
            </span>
          );
        const { claim } = claims[owner]!;
        const begins = claim.spans[0]![0] === segment.start;
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: j, k and the list of claims do the same by keyboard
          <span
            key={segment.start}
            className={`claim-words said-${claim.certainty}${segment.claims.includes(chosen) ? ' chosen' : ''}`}
            data-claim={claim.id}
            data-mark={begins ? `${owner + 1}${CERTAINTY[claim.certainty].mark}` : undefined}
            onClick={() => {
              if (getSelection()?.isCollapsed ?? true) onChoose(owner);
            }}
          >
            {inner}
          </span>
        );
      })}
    </p>
  );
});

/** Of the claims whose words these are the chosen one, else the shortest. */
function innermost(owners: number[], claims: ArticleDetail['claims'], chosen: number): number | null {
  if (owners.length === 0) return null;
  if (owners.includes(chosen)) return chosen;
  return owners.reduce((a, b) => (claims[b]!.claim.text.length < claims[a]!.claim.text.length ? b : a));
}

function Furniture({ text, lines }: { text: string; lines: readonly Paragraph[] }) {
  const letters = lines.reduce((sum, { start, end }) => sum + end - start, 0);
  return (
    <details className="furniture">
      <summary>Not part of the report, left unread ({letters} characters)</summary>
      {lines.map(({ start, end }) => (
        <p key={start} dir="auto" data-start={start} data-end={end}>
          <Plain text={text.slice(start, end)} />
        </p>
      ))}
    </details>
  );
}
