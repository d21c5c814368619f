/** How far reviewers agree on the claims that several decided on. */
import { API } from '../api.ts';
import { count } from '../format.ts';
import { words } from '../labels.ts';
import { Problem, Waiting } from '../parts/Problem.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { Words } from '../parts/Words.tsx';
import { useAgreement } from './api.ts';

const FIELD: Record<string, string> = {
  accepted: 'is a claim',
  nearest: 'said by',
  by: 'who acted',
  time: 'when',
};

/** Why there is no alpha. */
const NO_ALPHA = {
  'nothing-compared': 'nothing to compare',
  'one-unit': 'one claim only',
  'no-variation': 'one value throughout',
};

export function AgreementPage() {
  useTitle('Agreement');
  const { data, isError, error } = useAgreement();
  if (isError) return <Problem error={error} />;
  if (!data) return <Waiting what="Comparing the reviewers" />;
  return (
    <div className="plain-sheet">
      <h1>Agreement between reviewers</h1>
      {data.claims === 0 ? (
        <p className="empty">
          No claim was decided on by two reviewers yet. Let a second person review with “Blind to others” on:
          each claim is asked again, without what the first made of it.
        </p>
      ) : (
        <>
          <p className="under">
            <span>{count(data.claims, 'claim')} decided on by two or more of</span>
            {data.reviewers.map((name) => (
              <span key={name}>
                <Words text={name} />
              </span>
            ))}
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on small screens */}
          <section className="table-frame" aria-label="Agreement by field" tabIndex={0}>
            <table className="sheet-table">
              <thead>
                <tr>
                  <th scope="col">Field</th>
                  <th scope="col" className="n">
                    Claims
                  </th>
                  <th scope="col" className="n">
                    Same
                  </th>
                  <th scope="col" className="n">
                    Alpha
                  </th>
                  <th scope="col">
                    <span className="unseen">Alpha drawn</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.fields.map(({ field, units, same, alpha, noAlpha }) => (
                  <tr key={field}>
                    <th scope="row">{FIELD[field] ?? words(field)}</th>
                    <td className="n">{units}</td>
                    <td className="n">{same === null ? '–' : `${Math.round(same * 100)} %`}</td>
                    <td className="n">{alpha === null ? '–' : alpha.toFixed(2)}</td>
                    <td className="alpha">
                      {noAlpha && <span className="faint">{NO_ALPHA[noAlpha]}</span>}
                      {alpha !== null && (
                        <meter min={0} max={1} low={0.667} high={0.8} optimum={1} value={alpha} />
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <p className="faint">
            Krippendorff’s alpha: 1 is full agreement, 0 what chance gives. Above .80 is held to be reliable,
            .67 to .80 for tentative conclusions.
          </p>
        </>
      )}
      <p className="card-tools">
        <a className="quiet" href={`${API}/agreement.csv`}>
          CSV
        </a>
        <a className="quiet" href={`${API}/agreement.json`}>
          JSON
        </a>
      </p>
    </div>
  );
}
