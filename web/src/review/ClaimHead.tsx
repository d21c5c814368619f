/** Over the claim's fields: what it says, how it stands, and the decisions on it as buttons and keys. */
import { Link } from '@tanstack/react-router';
import type { Claim, StandingClaim } from '../api.ts';
import { count } from '../format.ts';
import { words } from '../labels.ts';
import { Certainty } from '../parts/Certainty.tsx';
import { Choices } from '../parts/Choices.tsx';
import { IncidentLink } from '../parts/IncidentLink.tsx';
import { Key } from '../parts/Key.tsx';
import { Words } from '../parts/Words.tsx';
import { REJECT_REASONS } from './codes.ts';
import type { Doing } from './desk-state.ts';
import { History } from './History.tsx';

interface Props {
  who: string;
  doing: Doing;
  standing: StandingClaim | undefined;
  claim: Claim | undefined;
  doubts: readonly string[];
  /** Sentences without a claim, and claims nobody decided on. */
  doubtful: number;
  undecided: number;
  onDoing: (doing: Doing) => void;
  onAccept: () => void;
  onReject: (why: string | null) => void;
  onNote: (text: string) => void;
  onComplete: () => void;
  onMerge: () => void;
  onSplit: () => void;
  onLeave: () => void;
}

export function ClaimHead(props: Props) {
  const { doing, standing, claim, doubts, onAccept, onDoing } = props;
  if (!claim) {
    return (
      <div className="claim-none">
        <p>
          No claim is chosen. Choose one in the text or the list, or pick words to add one that is missing.
        </p>
        <Asked {...props} />
      </div>
    );
  }
  const drafting = doing.kind === 'drafting';
  return (
    <div className="claim-head">
      <p className="card-line">
        {drafting ? <b>New claim, not recorded yet</b> : <Certainty value={claim.certainty} />}
        {standing && !drafting && <span className="tag">{words(standing.review)}</span>}
        {standing && !drafting && <IncidentLink claim={standing.row} />}
        {standing && !drafting && standing.row.type !== null && (
          <Link to="/review/incidents/$id" params={{ id: claim.id }} className="quiet">
            Decide on it
          </Link>
        )}
        {standing && !drafting && (
          <Link to="/claims/$id" params={{ id: claim.id }} className="quiet">
            Open
          </Link>
        )}
      </p>
      <p className="claim-said">
        <Words text={claim.text} />
      </p>
      {doubts.length > 0 && !drafting && <p className="doubts">Look at: {doubts.join('; ')}.</p>}
      <p className="claim-acts">
        <button type="button" className="main-button" onClick={onAccept}>
          {drafting ? 'Add claim' : 'Reads right'} <Key>a</Key>
        </button>
        {!drafting && (
          <>
            <Act mark="r" onClick={() => onDoing({ kind: 'rejecting' })}>
              Reject
            </Act>
            <Act mark="m" onClick={() => onDoing({ kind: 'merging', from: claim.id })}>
              Merge
            </Act>
            <Act mark="s" onClick={() => onDoing({ kind: 'splitting', parts: [] })}>
              Split
            </Act>
            <Act mark="n" onClick={() => onDoing({ kind: 'noting' })}>
              Note
            </Act>
          </>
        )}
        {drafting && (
          <Act mark="Esc" onClick={props.onLeave}>
            Discard
          </Act>
        )}
      </p>
      <Asked {...props} />
      {standing && !drafting && <History who={props.who} decisions={standing.decisions} claim={claim} />}
    </div>
  );
}

function Act({ mark, onClick, children }: { mark: string; onClick: () => void; children: string }) {
  return (
    <button type="button" onClick={onClick}>
      {children} <Key>{mark}</Key>
    </button>
  );
}

/** What a decision still needs to be told. */
function Asked(props: Props) {
  const { doing, doubtful, undecided, onReject, onNote, onComplete, onMerge, onSplit, onLeave } = props;
  switch (doing.kind) {
    case 'rejecting':
      return (
        <Choices<string>
          label="Why it is rejected"
          choices={REJECT_REASONS.map((reason) => ({ value: reason, label: reason }))}
          free={(typed) => ({ value: typed, label: typed, more: 'as typed' })}
          onTake={(why) => onReject(why)}
          onLeave={onLeave}
        />
      );
    case 'noting':
      return (
        <Choices<string>
          label="The note"
          choices={[]}
          free={(typed) => ({ value: typed, label: typed, more: 'Enter keeps it' })}
          onTake={(text) => onNote(text)}
          onLeave={onLeave}
        />
      );
    case 'completing':
      return (
        <Choices<boolean>
          label="The article is complete"
          choices={[
            {
              value: true,
              label: 'Complete',
              more: `${count(undecided, 'claim')} undecided, ${count(doubtful, 'sentence')} without a claim`,
            },
            { value: false, label: 'Not yet' },
          ]}
          onTake={(yes) => (yes ? onComplete() : onLeave())}
          onLeave={onLeave}
        />
      );
    case 'merging':
      return (
        <p className="notice">
          Which claim says the same and stays? Choose it in the text or with j and k, then{' '}
          <button type="button" onClick={onMerge}>
            merge into it <Key>↵</Key>
          </button>
        </p>
      );
    case 'splitting':
      return (
        <p className="notice">
          Pick the words of each part in the text.{' '}
          {doing.parts.length >= 2 && (
            <button type="button" onClick={onSplit}>
              Split into {doing.parts.length} <Key>↵</Key>
            </button>
          )}
        </p>
      );
    default:
      return null;
  }
}
