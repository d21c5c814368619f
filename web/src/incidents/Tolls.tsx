/** What was counted, as it was told over time: for each group and status a range, a drawing and the same as a table. */
import { effectText } from '../../../src/7-publish/words/effects.ts';
import type { Incident } from '../api.ts';
import { count, day } from '../format.ts';
import { Words } from '../parts/Words.tsx';
import { ClaimWords, useClaimById } from './claims-of.tsx';
import { Section } from './Section.tsx';
import { TollChart } from './TollChart.tsx';
import { letters } from './toll-scale.ts';

type Toll = Incident['tolls'][number];
type Entry = Toll['entries'][number];

const OUTSIDE: Record<NonNullable<Entry['outside']>, string> = {
  denied: 'denied, not in the range',
  expected: 'expected, not in the range',
  part: 'part of another figure, not in the range',
  sum: 'a total over more than this, not in the range',
  since: 'counted since some time, not in the range',
  elsewhere: 'of another place or day, not in the range',
  withdrawn: 'withdrawn, not in the range',
};

export function Tolls({ incident: { tolls, coverage } }: { incident: Incident }) {
  if (tolls.length === 0) return null;
  return (
    <Section
      title="Figures over time"
      note={`Ranges span the latest figure of each origin; nothing is added up; ${coverage}.`}
    >
      {tolls.map((toll) => (
        <OneToll key={`${toll.what} ${toll.whom} ${toll.unit}`} toll={toll} />
      ))}
    </Section>
  );
}

function OneToll({ toll }: { toll: Toll }) {
  const { what, whom, unit, low, high, origins, entries } = toll;
  const range = effectText({ what, whom, unit, low, high, approximate: false });
  const keys = letters(entries);
  return (
    <div className="toll">
      <h3>
        {range}
        <span className="faint">
          {origins === 0 ? ' (no figure of this happening alone)' : ` (${count(origins, 'origin')})`}
        </span>
      </h3>
      <TollChart entries={entries} keys={keys} title={`${range}, by day of publication`} />
      <table>
        <thead>
          <tr>
            <th scope="col">Published</th>
            <th scope="col">Said by</th>
            <th scope="col">Figure</th>
            <th scope="col">In the words</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one claim may give two figures
            <tr key={i} className={entry.outside ? 'faint' : undefined}>
              <td>{entry.published ? day(entry.published) : 'not known'}</td>
              <td>
                <b className="toll-key">{keys.get(entry.origin)}</b> <Words text={entry.name} />
              </td>
              <td>
                <Figure entry={entry} toll={toll} />
                {entry.outside && <span className="field-more">{OUTSIDE[entry.outside]}</span>}
              </td>
              <td>
                <ClaimWords id={entry.claim} words={entry.words} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Figure({ entry, toll: { what, whom, unit } }: { entry: Entry; toll: Toll }) {
  const claim = useClaimById(entry.claim);
  return effectText({ ...entry, what, whom, unit }, `${entry.words ?? ''} ${claim?.text ?? ''}`);
}
