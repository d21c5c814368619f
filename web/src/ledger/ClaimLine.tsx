/** One claim in the table: the same cells, as columns or as a card. */
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { amountText, whomText } from '../../../src/7-publish/words/effects.ts';
import type { ClaimItem } from '../api.ts';
import { citation } from '../claim/citation.ts';
import { day, hex, period } from '../format.ts';
import { words } from '../labels.ts';
import { Certainty } from '../parts/Certainty.tsx';
import { Copy } from '../parts/Copy.tsx';
import { Party, Sources } from '../parts/Source.tsx';
import { Words } from '../parts/Words.tsx';
import type { Column } from './columns.ts';

interface Props {
  claim: ClaimItem | undefined;
  index: number;
  current: boolean;
  top: number;
  height: number;
  columns: readonly Column[];
  asOf: string;
}

export const ClaimLine = memo(function ClaimLine({
  claim,
  index,
  current,
  top,
  height,
  columns,
  asOf,
}: Props) {
  const place = { transform: `translateY(${top}px)`, height };
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      className={`claim-row${current ? ' current' : ''}`}
      style={place}
    >
      {claim ? (
        <Cells claim={claim} columns={columns} asOf={asOf} />
      ) : (
        <span role="cell" className="loading-row" />
      )}
    </div>
  );
});

function Cells({ claim, columns, asOf }: { claim: ClaimItem; columns: readonly Column[]; asOf: string }) {
  return columns.map(({ key }) => (
    <span key={key} role="cell" className={`c-${key}`}>
      {key === 'claim' ? <ClaimText claim={claim} asOf={asOf} /> : CELLS[key]?.(claim)}
    </span>
  ));
}

function ClaimText({ claim, asOf }: { claim: ClaimItem; asOf: string }) {
  const { snippet, text } = claim;
  return (
    <>
      <Certainty value={claim.certainty} bare />
      <Link
        to="/documents/$sha256"
        params={{ sha256: hex(claim.document) }}
        search={{ claim: [claim.id] }}
        className="claim-link"
      >
        {snippet && snippet.marks.length > 0 ? (
          <Words text={snippet.text} marks={snippet.marks} />
        ) : (
          <Words text={text} />
        )}
      </Link>
      <span className="tags">
        {claim.withdrawn && <span className="tag">withdrawn</span>}
        {claim.example && <span className="tag">example</span>}
        <span className="row-tools">
          <Copy text={() => citation(claim, asOf, `${location.origin}/claims/${claim.id}`)}>Cite</Copy>
        </span>
      </span>
    </>
  );
}

/** What stands in each column but the first. */
const CELLS: Record<string, (claim: ClaimItem) => React.ReactNode> = {
  certainty: ({ certainty }) => certainty,
  source: (claim) => <Sources claim={claim} />,
  what: (claim) => <What claim={claim} />,
  where: ({ place }) => (place ? <Where place={place} /> : <span className="faint">unplaced</span>),
  when: ({ time }) =>
    time ? (
      period(time.from, time.to) || <Words text={time.text ?? ''} />
    ) : (
      <span className="faint">undated</span>
    ),
  figures: (claim) =>
    claim.effects.map((effect, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: effects of one claim have no other name
      <span key={i} className="line figure">
        <b>{amountText(effect, claim.text)}</b> {whomText(effect)} {effect.what}
      </span>
    )),
  report: ({ publisher, published }) => (
    <>
      <span className="line">
        {publisher ? <Words text={publisher} /> : <span className="faint">not known</span>}
      </span>
      <span className="line faint">{published ? day(published) : 'date not known'}</span>
    </>
  ),
  review: ({ review }) => words(review),
};

function What({ claim: { type, kind, by, against } }: { claim: ClaimItem }) {
  return (
    <>
      <span className="line">{words(type ?? kind)}</span>
      <span className="line">
        {by.map((party, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parties of one claim have no other name
          <span key={i}>
            {i > 0 && ', '}
            <Party party={party} unnamed="unnamed" />
          </span>
        ))}
        {against.length > 0 && (
          <span className="faint">
            <span aria-hidden="true"> → </span>
            <span className="unseen"> against </span>
          </span>
        )}
        {against.map((party, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parties of one claim have no other name
          <span key={i}>
            {i > 0 && ', '}
            <Party party={party} unnamed="unnamed" />
          </span>
        ))}
      </span>
    </>
  );
}

function Where({ place }: { place: NonNullable<ClaimItem['place']> }) {
  const name = place.name ?? place.text ?? '';
  return (
    <>
      <span className="line">
        <Words text={name} />
      </span>
      <span className="line faint">
        {place.status === 'resolved'
          ? [place.admin1 === name ? null : place.admin1, place.country].filter(Boolean).join(', ')
          : words(place.status)}
      </span>
    </>
  );
}
