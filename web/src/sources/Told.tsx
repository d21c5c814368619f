/** Every incident a source told of: when, whether first or alone, and who told it with it or against it. */
import { Link } from '@tanstack/react-router';
import type { SourceDetail } from '../api.ts';
import { count, day, period } from '../format.ts';
import { Section } from '../incidents/Section.tsx';
import { Words } from '../parts/Words.tsx';

type One = SourceDetail['told'][number];

const WHEN = { before: 'before it', after: 'after it', unknown: 'order not known' } as const;

export function Told({ told, name }: { told: readonly One[]; name: string }) {
  return (
    <Section title="What it told" note={`${count(told.length, 'incident')} of which ${name} is an origin.`}>
      <ol className="told">
        {told.map((one) => (
          <li key={one.incident}>
            <p className="told-head">
              <Link to="/incidents/$id" params={{ id: one.incident }}>
                <Words text={`“${one.summary}”`} />
              </Link>
            </p>
            <p className="document-facts">
              <span>{one.place ? <Words text={one.place} /> : 'unplaced'}</span>
              <span>{period(one.from, one.to) || 'undated'}</span>
              <span>{one.published ? `told on ${day(one.published)}` : 'day of telling not known'}</span>
              {one.first === true && <span className="tag">first</span>}
              {one.first === null && <span className="faint">order of telling not known</span>}
              {one.alone && <span className="tag">alone</span>}
              {one.partyTo && <span className="tag party">party: {one.partyTo}</span>}
            </p>
            {one.corroboratedBy.length > 0 && (
              <p className="field-more">
                Told too by{' '}
                {one.corroboratedBy.map((other, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: private persons share a name
                  <span key={i}>
                    {i > 0 && ', '}
                    <Words text={other.name} /> ({WHEN[other.when]})
                  </span>
                ))}
              </p>
            )}
            {one.contradictedBy.map((other, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one origin may say several things against it
              <p key={i} className="field-more">
                Told otherwise by <Words text={other.name} /> ({WHEN[other.when]}): <Words text={other.why} />
              </p>
            ))}
          </li>
        ))}
      </ol>
    </Section>
  );
}
