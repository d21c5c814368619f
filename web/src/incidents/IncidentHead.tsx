/** What, where and when, as told, with how exactly the place is known. */
import { API, type IncidentDetail } from '../api.ts';
import { ExportMenu } from '../export/ExportMenu.tsx';
import { count, period } from '../format.ts';
import { words } from '../labels.ts';
import { countryName } from '../ledger/FacetPanel.tsx';
import { Copy } from '../parts/Copy.tsx';
import { Words } from '../parts/Words.tsx';
import { precisionText } from './precision.ts';
import { marksOf } from './standing.ts';

/** @param children what a reviewer can do with it, beside what anybody can */
export function IncidentHead({ detail, children }: { detail: IncidentDetail; children?: React.ReactNode }) {
  const { incident, example } = detail;
  const { id, summary, types, from, to, decided, aliases, claims, documents, coverage, standing } = incident;
  return (
    <header>
      <p className="over">
        <code>{id}</code>
        {marksOf(standing).map((mark) => (
          <span key={mark} className="tag">
            {mark}
          </span>
        ))}
        {decided.length > 0 && <span className="tag">shaped by a person</span>}
        {example && <span className="tag">example, written for the demonstration</span>}
      </p>
      <h1 className="claim-title">
        <Words text={`“${summary}”`} />
      </h1>
      <p className="under">Words of its fullest claim: what somebody says, not a finding.</p>
      <dl className="fields incident-facts">
        <Fact label="What">
          {types.length > 0 ? types.map(words).join('; ') : <span className="faint">kind not told</span>}
        </Fact>
        <Fact label="Where">
          <Where detail={detail} />
        </Fact>
        <Fact label="When">
          {period(from, to) || <span className="faint">no claim tells a day that can be worked out</span>}
        </Fact>
        <Fact label="From">
          {count(claims, 'claim')} in {count(documents, 'report')}; {coverage}
        </Fact>
      </dl>
      {aliases.length > 0 && <p className="under">Also answers to {aliases.join(', ')}.</p>}
      <div className="card-tools tools">
        <Copy text={() => `${location.origin}/incidents/${id}`}>Copy link</Copy>
        <button type="button" className="quiet" onClick={() => window.print()}>
          Print
        </button>
        <ExportMenu side="start" filter={{ incident: [id] }} what="this incident" />
        <a className="quiet" href={`${API}/incidents/${id}`}>
          JSON
        </a>
        <a className="quiet" href={`${API}/incidents/${id}.csv`}>
          CSV
        </a>
        {children}
      </div>
    </header>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="field">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Where({ detail: { incident, claims } }: { detail: IncidentDetail }) {
  const { place, country, lat, lon } = incident;
  if (place === null) return <span className="faint">no claim tells a place</span>;
  const told = claims.find((claim) => claim.place?.lat === lat && claim.place?.lon === lon)?.place;
  return (
    <>
      <span>
        <Words text={place} />
        {country && `, ${countryName(country)}`}
      </span>
      <span className="field-more">
        {lat === null ? 'not in the gazetteer' : precisionText(told?.precision ?? null)}
      </span>
    </>
  );
}
