/** One claim in the table: the same cells, as columns or as a card. */
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { amountText, whomText } from '../../../src/7-publish/words/effects.ts';
import type { ClaimItem } from '../api.ts';
import { day, hex, period } from '../format.ts';
import { words } from '../labels.ts';
import { Certainty } from '../parts/Certainty.tsx';
import { Party, Sources } from '../parts/Source.tsx';
import { Words } from '../parts/Words.tsx';

export const COLUMNS = ['Claim', 'Said by', 'What', 'Where', 'When', 'Figures', 'Report'];

interface Props {
  claim: ClaimItem | undefined;
  index: number;
  current: boolean;
  top: number;
  height: number;
}

export const ClaimLine = memo(function ClaimLine({ claim, index, current, top, height }: Props) {
  const place = { transform: `translateY(${top}px)`, height };
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      className={`claim-row${current ? ' current' : ''}`}
      style={place}
    >
      {claim ? <Cells claim={claim} /> : <span role="cell" className="loading-row" />}
    </div>
  );
});

function Cells({ claim }: { claim: ClaimItem }) {
  const { snippet, text } = claim;
  return (
    <>
      <span role="cell" className="c-claim">
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
        {(claim.example || claim.withdrawn) && (
          <span className="tags">
            {claim.withdrawn && <span className="tag">withdrawn</span>}
            {claim.example && <span className="tag">example</span>}
          </span>
        )}
      </span>
      <span role="cell" className="c-source">
        <Sources claim={claim} />
      </span>
      <span role="cell" className="c-what">
        <What claim={claim} />
      </span>
      <span role="cell" className="c-where">
        {claim.place ? <Where place={claim.place} /> : <span className="faint">unplaced</span>}
      </span>
      <span role="cell" className="c-when">
        {claim.time ? (
          period(claim.time.from, claim.time.to) || <Words text={claim.time.text ?? ''} />
        ) : (
          <span className="faint">undated</span>
        )}
      </span>
      <span role="cell" className="c-figures">
        {claim.effects.map((effect, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: effects of one claim have no other name
          <span key={i} className="line figure">
            <b>{amountText(effect, claim.text)}</b> {whomText(effect)} {effect.what}
          </span>
        ))}
      </span>
      <span role="cell" className="c-report">
        <span className="line">
          {claim.publisher ? <Words text={claim.publisher} /> : <span className="faint">not known</span>}
        </span>
        <span className="line faint">{claim.published ? day(claim.published) : 'date not known'}</span>
      </span>
    </>
  );
}

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
