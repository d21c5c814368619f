/** One claim beside the text: in short, and in full when it is chosen. */
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { effectText } from '../../../src/7-publish/words/effects.ts';
import type { Span, StandingClaim } from '../api.ts';
import { period } from '../format.ts';
import { words } from '../labels.ts';
import { Certainty } from '../parts/Certainty.tsx';
import { Copy } from '../parts/Copy.tsx';
import { IncidentLink } from '../parts/IncidentLink.tsx';
import { Sources } from '../parts/Source.tsx';
import { Words } from '../parts/Words.tsx';
import { ClaimFields } from './ClaimFields.tsx';

interface Props {
  standing: StandingClaim;
  index: number;
  chosen: boolean;
  text: string;
  onChoose: (index: number) => void;
  onLight: (spans: readonly Span[]) => void;
  onShow: (span: Span) => void;
}

export const claimAddress = (id: string) => `${location.origin}/claims/${id}`;

export const ClaimCard = memo(function ClaimCard(props: Props) {
  const { standing, index, chosen, text, onChoose, onLight, onShow } = props;
  const { claim, review, withdrawn, row } = standing;
  return (
    <li className={`card is-${claim.certainty}`} data-chosen={chosen} id={`claim-${claim.id}`}>
      <button
        type="button"
        className="card-head"
        aria-expanded={chosen}
        onClick={() => onChoose(chosen ? -1 : index)}
      >
        <span className="card-line">
          <span className="number">{index + 1}</span>
          <Certainty value={claim.certainty} />
          <span className="card-source">
            <Sources claim={row} />
          </span>
        </span>
        <span className="card-text">
          <Words text={claim.text} />
        </span>
        <span className="card-facts">
          <span>{words(row.type ?? row.kind)}</span>
          {row.place && (
            <span>
              <Words text={row.place.name ?? row.place.text ?? ''} />
              {claim.rules.includes('place-told-before') && ' (told before)'}
            </span>
          )}
          {row.time && (
            <span>{period(row.time.from, row.time.to) || <Words text={row.time.text ?? ''} />}</span>
          )}
          {row.effects.map((effect, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: effects of one claim have no other name
            <b key={i}>{effectText(effect, claim.text)}</b>
          ))}
          {review !== 'undecided' && <span className="tag">{words(review)}</span>}
          {withdrawn && <span className="tag">withdrawn</span>}
        </span>
      </button>
      {chosen && (
        <div className="card-body">
          <ClaimFields claim={claim} text={text} onLight={onLight} onShow={onShow} />
          <p className="rules">
            <span className="faint">
              {claim.origin === 'machine' ? 'Read by the rules' : 'Added by a person'}{' '}
            </span>
            {claim.rules.map((rule) => (
              <code key={rule}>{rule}</code>
            ))}
          </p>
          <p className="card-tools">
            <Link to="/claims/$id" params={{ id: claim.id }} className="quiet">
              Open claim
            </Link>
            <IncidentLink claim={row} />
            <Copy text={() => claimAddress(claim.id)}>Copy link</Copy>
          </p>
        </div>
      )}
    </li>
  );
});
