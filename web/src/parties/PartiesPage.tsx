/** The parties that claims name most, by what they do in them: say, act, are acted against. */
import { Link } from '@tanstack/react-router';
import { API, useFacets } from '../api.ts';
import { count } from '../format.ts';
import { Problem, Waiting } from '../parts/Problem.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { Words } from '../parts/Words.tsx';

const ROLES = [
  ['by', 'Who acted'],
  ['against', 'Against whom'],
  ['source', 'Who said it'],
] as const;

export function PartiesPage() {
  useTitle('Parties');
  const { data, isError, error } = useFacets(
    ROLES.map(([role]) => role),
    {},
  );
  if (isError) return <Problem error={error} />;
  if (!data) return <Waiting what="Counting the parties" />;
  const names = new Set(data.flatMap(({ values }) => values.map(({ value }) => value)));
  names.delete(null);
  return (
    <div className="wide-page">
      <div className="toolbar">
        <h1 className="total">{count(names.size, 'party', 'parties')}</h1>
        <span className="tools">
          <a className="quiet" href={`${API}/facets.csv?field=by&field=against&field=source`}>
            CSV
          </a>
          <a className="quiet" href={`${API}/facets.json?field=by&field=against&field=source`}>
            JSON
          </a>
        </span>
      </div>
      <p className="coverage">
        As claims name them, the most frequent first; who acted is what is claimed, not found. Private persons
        are counted together and never listed.
      </p>
      <div className="party-columns">
        {ROLES.map(([role, label]) => {
          const facet = data.find(({ field }) => field === role);
          return (
            <section key={role} aria-label={label}>
              <h2>{label}</h2>
              <ol>
                {facet?.values.map(({ value, count: n }) =>
                  value === null ? null : (
                    <li key={value}>
                      <Link to="/parties/$name" params={{ name: value }}>
                        <Words text={value} />
                      </Link>
                      <span className="count">{n}</span>
                    </li>
                  ),
                )}
              </ol>
              {facet && facet.more > 0 && <p className="faint">and {facet.more} more; search finds them</p>}
              {facet && facet.privatePersons > 0 && (
                <p className="faint">{facet.privatePersons} by private persons, who are not listed</p>
              )}
            </section>
          );
        })}
      </div>
    </div>
  );
}
