/** Incidents for a terminal: a list, and one of them with why each claim is in it and which nearly was. */
import colours from 'picocolors';
import type { Explanation, Incident, Membership, Toll } from '../../6-reconcile/index.ts';
import { clean } from './claims-table.ts';

export function incidentsTable(incidents: readonly Incident[], coverage: string, width: number): string {
  const room = Math.max(60, Math.min(width, 200));
  const lines = incidents.map((one) => {
    const facts = [
      one.types[0] ?? 'no type',
      whenOf(one),
      one.place ?? 'unplaced',
      standingText(one),
      ...deadText(one),
    ];
    return `${colours.bold(one.id)}  ${cut(one.summary, room - 12)}\n          ${colours.dim(cut(facts.join(' · '), room - 12))}\n`;
  });
  return `${lines.join('')}${incidents.length} ${incidents.length === 1 ? 'incident' : 'incidents'}, ${coverage}\n`;
}

export function incidentText({ incident, members, nearly, threshold }: Explanation): string {
  const { standing, suggestion } = incident;
  const out: string[] = [
    `${colours.bold(incident.id)}  ${clean(incident.summary)}`,
    `${[incident.types.join(', '), whenOf(incident), incident.place ?? 'unplaced'].join(' · ')}`,
    `${standingText(incident)}; ${incident.coverage}`,
    ...standing.reasons.map((reason) => `  ${clean(reason)}`),
    ...servesLines(incident),
    `  ${reviewedText(incident)}`,
  ];
  if (suggestion.airwars) out.push(suggested('Airwars', suggestion.airwars));
  out.push(suggested('Admiralty information', suggestion.admiralty));
  section(out, 'Tolls', incident.tolls.flatMap(tollLines));
  section(
    out,
    'Contradictions',
    incident.contradictions.flatMap(({ kind, why, sides }) => [
      `${kind}: ${clean(why)}`,
      ...sides.map(({ name, says }) => `  ${clean(name)}: ${cut(says, 90)}`),
    ]),
  );
  section(
    out,
    'Reports',
    incident.reports.map(({ document, title, publisher, published, copiedFrom, notice, related }) =>
      [
        published?.slice(0, 10) ?? 'undated   ',
        document.slice(7, 15),
        cut([publisher, title].filter(Boolean).join(': '), 70),
        copiedFrom ? `(copies ${copiedFrom.slice(7, 15)})` : '',
        notice ? `(${notice})` : '',
        related ? '(no claim read, alike in words)' : '',
      ]
        .filter(Boolean)
        .join('  '),
    ),
  );
  section(out, `Why each claim is in it (joined from ${threshold} on average)`, members.flatMap(memberLines));
  section(
    out,
    'Nearly in it',
    nearly.flatMap((one) => [...memberLines(one), `  now in ${one.incident}`]),
  );
  return `${out.join('\n')}\n`;
}

/** Whose claims serve the one who makes them. */
const servesLines = ({ origins }: Incident): string[] =>
  origins.flatMap(({ name, private: hidden, claims }) => {
    const why = [...new Set(claims.flatMap(({ serves }) => serves ?? []))].sort();
    return why.length === 0 ? [] : [`  ${hidden ? 'a private person' : clean(name)} ${why.join(', ')}`];
  });

/** How many of the origins a reviewer has assessed, and what share of them is a party. */
function reviewedText({ standing: { origins, assessed, oneSided } }: Incident): string {
  const share = oneSided === null ? '' : `; ${Math.round(oneSided * 100)} % of them a party to the conflict`;
  return `${assessed} of ${origins} origins assessed by a reviewer, ${origins - assessed} not${share}`;
}

function section(out: string[], title: string, lines: readonly string[]): void {
  if (lines.length > 0) out.push('', colours.bold(title), ...lines.map((line) => `  ${line}`));
}

function memberLines({ claims, text, mean, likest }: Membership): string[] {
  const head = `${(claims[0] ?? 'no claim').slice(0, 8)}  ${cut(text, 80)}${mean === null ? '' : `  ${mean}`}`;
  if (!likest) return [head, '  alone: no other report was joined'];
  const reasons = likest.reasons.map(({ why, points }) => `${clean(why)} ${points > 0 ? '+' : ''}${points}`);
  return [head, `  likest: ${cut(likest.text, 70)}  ${likest.score}`, `    ${reasons.join('; ')}`];
}

const rangeText = (low: number | null, high: number | null): string =>
  low !== null && low === high ? `${low}` : `${low ?? '?'} to ${high ?? 'open'}`;

function tollLines({ what, whom, low, high, origins, entries }: Toll): string[] {
  const range =
    origins === 0
      ? 'no figure of this happening'
      : `${rangeText(low, high)}, ${origins} ${origins === 1 ? 'origin' : 'origins'}`;
  return [
    `${what}${whom ? `, ${whom}` : ''}: ${range}`,
    ...entries.map(
      ({ published, name, words, outside }) =>
        `  ${published?.slice(0, 10) ?? 'undated   '}  ${clean(name)}: ${cut(words ?? '', 60)}${outside ? ` (${outside})` : ''}`,
    ),
  ];
}

function standingText({ standing: s, documents }: Incident): string {
  const parts = [
    `${documents} ${documents === 1 ? 'report' : 'reports'}, ${s.origins} ${s.origins === 1 ? 'origin' : 'origins'} (${s.held} held, ${s.relayed} relayed)`,
  ];
  if (s.parties > 0) parts.push(`${s.parties} of them a party to the conflict`);
  if (s.contested) parts.push('contested');
  if (s.deniedByAccused) parts.push('denied by the accused');
  if (s.withdrawn) parts.push('withdrawn');
  if (s.unconfirmed) parts.push('unconfirmed');
  return parts.join(', ');
}

const deadText = ({ killed }: Incident): string[] =>
  killed.map(({ whom, low, high }) =>
    `killed ${low === high ? low : `${low ?? '?'} to ${high ?? 'open'}`} ${whom ?? ''}`.trim(),
  );

const whenOf = ({ from, to }: Incident): string =>
  from === null && to === null ? 'undated' : from === to ? from! : `${from ?? '…'} to ${to ?? '…'}`;

const suggested = (
  scheme: string,
  { grade, why, wouldChange }: { grade: string; why: string; wouldChange: string },
) => `Suggested for ${scheme}: ${grade}. ${why}. What would change it: ${wouldChange}.`;

const cut = (text: string, room: number) => {
  const shown = clean(text);
  return shown.length > room ? `${shown.slice(0, room - 1)}…` : shown;
};
