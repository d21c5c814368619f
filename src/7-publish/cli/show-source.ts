/** Sources for a terminal: a list, and one of them with what it told of each incident. */
import colours from 'picocolors';
import type { SourceProfile } from '../../6-reconcile/index.ts';
import { clean } from './claims-table.ts';

export function sourcesTable(sources: readonly SourceProfile[], coverage: string): string {
  const lines = sources.map((one) => `${colours.bold(clean(one.name))}\n    ${colours.dim(factsOf(one))}\n`);
  return `${lines.join('')}${sources.length} ${sources.length === 1 ? 'source' : 'sources'}, ${coverage}\n`;
}

export function sourceText(profile: SourceProfile): string {
  const { name, relays, relayedBy, told, sides, coverage } = profile;
  const out = [colours.bold(clean(name)), `  ${factsOf(profile)}`];
  if (sides.length > 0)
    out.push(`  claims of parties to the conflict: ${sides.map((s) => `${s.side} ${s.claims}`).join(', ')}`);
  if (relays.length > 0)
    out.push(`  relays: ${relays.map((one) => `${clean(one.name)} ${one.claims}`).join(', ')}`);
  if (relayedBy.length > 0) out.push(`  relayed by: ${relayedBy.map(clean).join(', ')}`);
  for (const one of told) {
    const marks = [one.first === true && 'first', one.alone && 'alone', one.partyTo && 'a party to it'];
    const head = [one.incident, one.from ?? 'undated', one.place ?? 'unplaced', ...marks.filter(Boolean)];
    out.push('', `  ${head.join(' · ')}`, `    ${clean(one.summary).slice(0, 100)}`);
    for (const { name: other, when } of one.corroboratedBy)
      out.push(`    told too by ${clean(other)}${whenText(when)}`);
    for (const { name: other, when, kind, why } of one.contradictedBy)
      out.push(`    contradicted by ${clean(other)}${whenText(when)}, ${kind}: ${clean(why)}`);
  }
  return `${out.join('\n')}\n${coverage}\n`;
}

const whenText = (when: string): string =>
  when === 'after' ? ', later' : when === 'before' ? ', earlier' : '';

function factsOf(one: SourceProfile): string {
  const facts = [
    one.kind ?? 'kind not known',
    `${one.incidents} ${one.incidents === 1 ? 'incident' : 'incidents'}`,
    `${one.claims} ${one.claims === 1 ? 'claim' : 'claims'}`,
  ];
  const say = (count: number, what: string) => count > 0 && facts.push(`${what} ${count}`);
  say(one.first, 'first in');
  say(one.alone, 'alone in');
  say(one.corroboratedLater, 'corroborated later in');
  say(one.contradictedLater, 'contradicted later in');
  say(one.withdrew, 'took back');
  say(one.partyIn, 'a party to');
  say(one.servesItself, 'serving itself');
  say(one.relayed, 'claims relayed');
  if (one.oneSided !== null) facts.push(`one-sided ${one.oneSided}`);
  if (!one.assessed) facts.push('not assessed');
  return facts.join(' · ');
}
