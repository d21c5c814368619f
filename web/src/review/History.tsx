/** What was decided on a claim, with a way back for each. */
import type { Claim, StandingClaim } from '../api.ts';
import { day } from '../format.ts';
import { words } from '../labels.ts';
import { Words } from '../parts/Words.tsx';
import { decide } from './decisions.ts';

interface Props {
  who: string;
  decisions: StandingClaim['decisions'];
  claim: Claim;
}

export function History({ who, decisions, claim }: Props) {
  if (decisions.length === 0) return null;
  return (
    <details className="history">
      <summary>{decisions.length === 1 ? 'One decision' : `${decisions.length} decisions`} on it</summary>
      <ol>
        {decisions.map(({ seq, at, who: by, why, decision, inForce }) => (
          <li key={seq} className={inForce ? undefined : 'faint'}>
            {day(at)}, <Words text={by} />: {words(decision.type)}
            {decision.type === 'correct' && ` (${words(decision.field)})`}
            {decision.type === 'note' && (
              <>
                {' '}
                “<Words text={decision.text} />”
              </>
            )}
            {why && (
              <>
                , because <Words text={why} />
              </>
            )}
            {inForce && decision.type !== 'undo' ? (
              <button
                type="button"
                className="quiet"
                onClick={() =>
                  decide(who, {
                    decisions: [{ type: 'undo', decision: seq }],
                    ...{ label: `undid #${seq}`, claim: claim.id, document: claim.document },
                  })
                }
              >
                Undo
              </button>
            ) : (
              ' (undone)'
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
