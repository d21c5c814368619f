/** The reports it is told in: those of their own, and under each the copies of it. */
import type { Incident } from '../api.ts';
import { count, day } from '../format.ts';
import { Words } from '../parts/Words.tsx';
import { ReportLink } from './Notices.tsx';
import { Section } from './Section.tsx';

type Report = Incident['reports'][number];

export function Reports({ incident: { reports, families, coverage } }: { incident: Incident }) {
  const told = reports.filter(({ related }) => !related);
  const here = new Set(told.map(({ document }) => document));
  const isCopy = ({ copiedFrom }: Report) => copiedFrom !== null && here.has(copiedFrom);
  const roots = told.filter((report) => !isCopy(report));
  const elsewhere = (report: Report) => families.find(({ id }) => id === report.family)?.elsewhere ?? null;
  return (
    <Section title="Reports" note={`${count(told.length, 'report')}; ${coverage}.`}>
      <ul className="reports">
        {roots.map((report) => {
          const copies = told.filter((one) => isCopy(one) && one.copiedFrom === report.document);
          return (
            <li key={report.document}>
              <ReportLine report={report} />
              {elsewhere(report) && (
                <p className="field-more">
                  a copy of a text by <Words text={elsewhere(report)!} />, which is not in this ledger
                </p>
              )}
              {copies.length > 0 && (
                <details>
                  <summary>{count(copies.length, 'reprint')}</summary>
                  <ul className="quotes">
                    {copies.map((one) => (
                      <li key={one.document}>
                        <ReportLine report={one} />
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

export function ReportLine({ report }: { report: Report }) {
  const { document, title, publisher, published, claims, notice } = report;
  return (
    <p className="report-line">
      <ReportLink document={document} title={title ?? 'Without a title'} />
      <span className="faint">
        {publisher ? <Words text={publisher} /> : 'publisher not known'},{' '}
        {published ? day(published) : 'date not known'}, {count(claims.length, 'claim')}
      </span>
      {notice && <span className="tag">{notice}</span>}
    </p>
  );
}
