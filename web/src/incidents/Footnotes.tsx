/** The words that everything above rests on: each claim with its report, numbered as the quotes are on paper. */
import type { ClaimItem } from '../api.ts';
import { day } from '../format.ts';
import { CERTAINTY } from '../labels.ts';
import { sourceText } from '../parts/Source.tsx';
import { Words } from '../parts/Words.tsx';
import { Section } from './Section.tsx';

export function Footnotes({ claims }: { claims: readonly ClaimItem[] }) {
  return (
    <Section title="The words it rests on" note="Every claim counted here, as it stands in its report.">
      <details>
        <summary>{claims.length} claims in full</summary>
        <ol className="footnotes">
          {claims.map((claim) => (
            <li key={claim.id}>
              <Words text={`“${claim.text}”`} />{' '}
              <span className="faint">
                {CERTAINTY[claim.certainty].label}; said by <Words text={sourceText(claim)} />.{' '}
                <Report claim={claim} />
                {claim.review === 'undecided' ? ' Not reviewed.' : ' Reviewed by a person.'}
                {claim.withdrawn && ' Withdrawn.'} <code>{claim.id.slice(0, 12)}</code>
              </span>
            </li>
          ))}
        </ol>
      </details>
    </Section>
  );
}

function Report({ claim: { publisher, title, published, url, start } }: { claim: ClaimItem }) {
  return (
    <>
      {publisher ? <Words text={publisher} /> : 'publisher not known'},{' '}
      {title ? <Words text={`“${title}”`} /> : 'without a title'},{' '}
      {published ? day(published) : 'date not known'}, at character {start}
      {url && (
        <>
          , <Words text={url} />
        </>
      )}
      .
    </>
  );
}
