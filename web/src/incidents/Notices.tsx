/** Reports that were taken back, corrected, or changed without a word. */
import { Link } from '@tanstack/react-router';
import type { Incident } from '../api.ts';
import { hex } from '../format.ts';
import { Words } from '../parts/Words.tsx';
import { Section } from './Section.tsx';

export function Notices({ incident: { withdrawals, silentEdits, reports } }: { incident: Incident }) {
  if (withdrawals.length + silentEdits.length === 0) return null;
  const title = (document: string) => reports.find((one) => one.document === document)?.title ?? 'a report';
  return (
    <Section title="Corrections and changes">
      <ul className="reasons">
        {withdrawals.map(({ document, kind, words }) => (
          <li key={document}>
            <ReportLink document={document} title={title(document)} />:{' '}
            {kind === 'withdrawn' ? 'taken back' : 'corrected'}, in the words <Words text={`“${words}”`} />
          </li>
        ))}
        {silentEdits.map(({ before, after, gone, come }) => (
          <li key={before + after}>
            <ReportLink document={before} title={title(before)} /> changed without a word of it in a{' '}
            <ReportLink document={after} title="later text" /> of the same address
            {gone.length > 0 && (
              <>
                ; gone: <Words text={gone.slice(0, 20).join(', ')} />
              </>
            )}
            {come.length > 0 && (
              <>
                ; new: <Words text={come.slice(0, 20).join(', ')} />
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function ReportLink({ document, title }: { document: string; title: string }) {
  return (
    <Link to="/documents/$sha256" params={{ sha256: hex(document) }}>
      <Words text={title} />
    </Link>
  );
}
