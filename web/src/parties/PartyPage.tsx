/** One party: what is claimed of it, and by whom; each count leads to the claims. */
import { Link, useParams } from '@tanstack/react-router';
import { API, type Facet, useFacets } from '../api.ts';
import { count } from '../format.ts';
import { Section } from '../incidents/Section.tsx';
import { FACETS } from '../labels.ts';
import { choose } from '../ledger/chosen.ts';
import { FacetValue } from '../ledger/FacetPanel.tsx';
import { Problem, Waiting } from '../parts/Problem.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { Words } from '../parts/Words.tsx';
import type { Search } from '../search.ts';

const ROLES = [
  {
    role: 'by',
    title: 'What it is said to have done',
    none: 'No claim says that it did something.',
    fields: ['type', 'against', 'source', 'place'],
  },
  {
    role: 'against',
    title: 'What is said to have been done to it',
    none: 'No claim says that something was done to it.',
    fields: ['type', 'by', 'source', 'place'],
  },
  {
    role: 'source',
    title: 'What it says',
    none: 'It is the source of no claim.',
    fields: ['certainty', 'type', 'by', 'against'],
  },
] as const;

export function PartyPage() {
  const { name = '' } = useParams({ strict: false });
  useTitle(name);
  const known = useFacets(['by', 'against', 'source'], { party: [name] });
  if (known.isError) return <Problem error={known.error} />;
  if (!known.data) return <Waiting what="Opening the party" />;
  // A private person is counted and never listed: then there is nothing to show.
  const isListed = known.data.some(({ values }) => values.some(({ value }) => value === name));
  if (!isListed)
    return (
      <div className="plain-page">
        <h1>No such party</h1>
        <p>
          No claim names a party so, or it is a private person; these have no profile. Look among the{' '}
          <Link to="/parties">parties</Link>.
        </p>
      </div>
    );
  return (
    <article className="incident profile">
      <header>
        <h1 className="claim-title">
          <Words text={name} />
        </h1>
        <p className="under">What claims say of it and what it says, by count. Nothing here is a finding.</p>
        <p className="card-tools tools">
          <Link to="/" search={{ party: [name] }} className="quiet">
            All claims that name it
          </Link>
          <Link to="/sources/$name" params={{ name }} className="quiet">
            As a source
          </Link>
          <a className="quiet" href={`${API}/claims.csv?party=${encodeURIComponent(name)}`}>
            CSV
          </a>
          <a className="quiet" href={`${API}/claims.json?party=${encodeURIComponent(name)}`}>
            JSON
          </a>
        </p>
      </header>
      {ROLES.map((one) => (
        <Role key={one.role} {...one} name={name} />
      ))}
    </article>
  );
}

function Role({ role, title, none, fields, name }: (typeof ROLES)[number] & { name: string }) {
  const filter: Search = { [role]: [name] };
  const { data } = useFacets([...fields, 'kind'], filter);
  if (!data) return <Section title={title}>…</Section>;
  const all =
    data.find(({ field }) => field === 'kind')?.values.reduce((sum, { count: n }) => sum + n, 0) ?? 0;
  return (
    <Section title={title} note={all === 0 ? none : undefined}>
      {all > 0 && (
        <>
          <p className="part-note">
            <Link to="/" search={filter}>
              {count(all, 'claim')}
            </Link>
          </p>
          <div className="party-columns">
            {fields.map((field) => (
              <Values key={field} facet={data.find((one) => one.field === field)} filter={filter} />
            ))}
          </div>
        </>
      )}
    </Section>
  );
}

const SHOWN = 8;

function Values({ facet, filter }: { facet: Facet | undefined; filter: Search }) {
  const definition = FACETS.find(({ field }) => field === facet?.field);
  if (!facet || !definition) return null;
  const most = facet.values[0]?.count ?? 1;
  const known = facet.values.filter(({ value }) => value !== null);
  return (
    <div>
      <h3>{definition.label}</h3>
      <ol>
        {known.slice(0, SHOWN).map(({ value, count: n }) => (
          <li key={value}>
            <Link to="/" search={choose(filter, facet.field, value)}>
              <FacetValue facet={definition} value={value} />
            </Link>
            <svg aria-hidden="true" viewBox="0 0 100 6" preserveAspectRatio="none" className="share-bar">
              <rect className="share-of" width={(100 * n) / most} height="6" />
            </svg>
            <span className="count">{n}</span>
          </li>
        ))}
      </ol>
      {known.length > SHOWN && <p className="faint">and {known.length - SHOWN + facet.more} more</p>}
      {facet.privatePersons > 0 && <p className="faint">{facet.privatePersons} by private persons</p>}
    </div>
  );
}
