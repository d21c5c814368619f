/** A decision in a line: number, time, who, what, why. */
import colours from 'picocolors';
import type { Decision, DecisionEntry } from '../../5-ledger/index.ts';
import { clean } from './claims-table.ts';

export function decisionText({ seq, at, who, why, decision, inForce }: DecisionEntry): string {
  const line = `#${seq} ${at.slice(0, 16)}Z ${clean(who)}: ${clean(whatOf(decision))}${why ? ` (${clean(why)})` : ''}`;
  return inForce ? line : colours.dim(`${line} [not in force]`);
}

function whatOf(decision: Decision): string {
  switch (decision.type) {
    case 'reads-right':
      return 'reads right';
    case 'reject':
      return 'rejected';
    case 'correct':
      return `corrected ${decision.field} to ${short(decision.value)}`;
    case 'add':
      return `added “${decision.claim.text}”`;
    case 'merge':
      return `merged ${decision.from.length + 1} ${decision.what}s`;
    case 'split':
      return `split the ${decision.what}`;
    case 'code':
      return `coded ${decision.profile} ${decision.cell} as ${decision.value ?? 'nothing'}, derived ${decision.derived ?? 'nothing'}`;
    case 'note':
      return `noted “${decision.text}”`;
    case 'status':
      return `article ${decision.status}`;
    case 'undo':
      return `undid #${decision.decision}`;
  }
}

/** A corrected value in few words. */
function short(value: unknown): string {
  if (value === null) return 'nothing';
  if (typeof value === 'string') return value;
  const one = (part: unknown): string => {
    const {
      name,
      text,
      certainty,
      value: iso,
      party,
      what,
      low,
      high,
      source,
    } = part as Record<string, unknown>;
    if (what) return `${[...new Set([low, high])].filter((n) => n !== null).join('–')} ${what}`.trim();
    if (source) return one(source);
    if (party) return one(party);
    return String(certainty ?? iso ?? name ?? text ?? JSON.stringify(part));
  };
  return Array.isArray(value) ? value.map(one).join('; ') || 'nothing' : one(value);
}
