/** One incident in the list. */
import { Link } from '@tanstack/react-router';
import { effectText } from '../../../src/7-publish/words/effects.ts';
import type { IncidentItem } from '../api.ts';
import { count, period } from '../format.ts';
import { words } from '../labels.ts';
import { Words } from '../parts/Words.tsx';
import { marksOf, originsText } from './standing.ts';

export function IncidentLine({ row }: { row: IncidentItem }) {
  const { id, summary, types, place, from, to, claims, documents, killed, standing, decided, example } = row;
  return (
    <li className="document incident-line">
      <h2>
        <Link to="/incidents/$id" params={{ id }}>
          <Words text={`“${summary}”`} />
        </Link>
      </h2>
      <p className="document-facts">
        <span>{types[0] ? words(types[0]) : 'kind not told'}</span>
        <span>{place ? <Words text={place} /> : 'unplaced'}</span>
        <span>{period(from, to) || 'undated'}</span>
        {killed.map((toll, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: tolls of one incident have no other name
          <b key={i}>{effectText({ ...toll, what: 'killed', approximate: false, unit: 'persons' })}</b>
        ))}
      </p>
      <p className="document-facts">
        <span>{originsText(standing)}</span>
        {marksOf(standing).map((mark) => (
          <span key={mark} className="tag">
            {mark}
          </span>
        ))}
        {decided.length > 0 && <span className="tag">shaped by a person</span>}
        {example && <span className="tag">example</span>}
      </p>
      <p className="document-claims">
        <code>{id}</code>
        <br />
        {count(claims, 'claim')} in {count(documents, 'report')}
      </p>
    </li>
  );
}
