/** One source: its record over the incidents of this ledger, whose side it tells, and every incident that it told. */
import { Link, useParams } from '@tanstack/react-router';
import { API, type SourceDetail, useSource } from '../api.ts';
import { ExportMenu } from '../export/ExportMenu.tsx';
import { count } from '../format.ts';
import { Section } from '../incidents/Section.tsx';
import { words } from '../labels.ts';
import { Copy } from '../parts/Copy.tsx';
import { Problem, Waiting } from '../parts/Problem.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { Words } from '../parts/Words.tsx';
import { Sides } from './Sides.tsx';
import { Told } from './Told.tsx';

export function SourcePage() {
  const { name = '' } = useParams({ strict: false });
  const { data, isError, error } = useSource(name);
  useTitle(data ? data.name : 'Source');
  if (isError) return <Problem error={error} />;
  if (!data) return <Waiting what="Opening the source" />;
  return <Source source={data} />;
}

function Source({ source }: { source: SourceDetail }) {
  const { id, name, kind, coverage, relayedBy, relays, assessed, partyIn } = source;
  return (
    <article className="incident profile">
      <header>
        <p className="over">
          <span>{kind ? words(kind) : 'kind not known'}</span>
          {partyIn > 0 && <span className="tag party">party to {count(partyIn, 'incident')} here</span>}
          <span className="tag">{assessed ? 'assessed by a reviewer' : 'not assessed'}</span>
        </p>
        <h1 className="claim-title">
          <Words text={name} />
        </h1>
        <p className="under">
          What it told, by count. No grade, and nothing of whether it was so; {coverage}.
        </p>
        <Record source={source} />
        <div className="card-tools tools">
          <Link to="/" search={{ source: [name] }} className="quiet">
            All claims it is a source of
          </Link>
          <Link to="/parties/$name" params={{ name }} className="quiet">
            As a party
          </Link>
          <Copy text={() => `${location.origin}/sources/${encodeURIComponent(id)}`}>Copy link</Copy>
          <ExportMenu side="start" filter={{ source: [name] }} what={`the claims of ${name}`} />
          <a className="quiet" href={`${API}/sources/${encodeURIComponent(id)}`}>
            JSON
          </a>
        </div>
      </header>
      <Sides source={source} />
      <Told told={source.told} name={name} />
      {relays.length > 0 && (
        <Section title="Whose words it prints" note="Origins whose claims came through it.">
          <ul className="columns">
            {relays.map((relay) => (
              <li key={relay.name}>
                <Link to="/sources/$name" params={{ name: relay.name }}>
                  <Words text={relay.name} />
                </Link>{' '}
                <span className="faint">
                  {count(relay.claims, 'claim')} in {count(relay.incidents, 'incident')}
                  {relay.partyTo && `, party: ${relay.partyTo}`}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {relayedBy.length > 0 && (
        <Section title="Who prints its words">
          <ul className="columns">
            {relayedBy.map((outlet) => (
              <li key={outlet}>
                <Link to="/sources/$name" params={{ name: outlet }}>
                  <Words text={outlet} />
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </article>
  );
}

function Record({ source }: { source: SourceDetail }) {
  const { incidents, claims, documents, first, alone, corroborated, contradicted, withdrew, servesItself } =
    source;
  const facts: [value: number, label: string, note: string][] = [
    [incidents, 'incidents told of', `${count(claims, 'claim')} in ${count(documents, 'report')}`],
    [first, 'told first', 'before every other origin, where dates say so'],
    [alone, 'told alone', 'by no other named origin'],
    [corroborated, 'told by others too', `${source.corroboratedLater} of them after it`],
    [contradicted, 'told otherwise by others', `${source.contradictedLater} of them after it`],
    [withdrew, 'reports taken back', 'by itself'],
    [servesItself, 'claims that serve itself', `of ${claims}`],
  ];
  return (
    <dl className="record">
      {facts.map(([value, label, note]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <b>{value}</b>
            <span className="faint">{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
