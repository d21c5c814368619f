/** The log lines of what people say. They name things and never quote them, so that erasing has little to look for. */
import type { LogLine } from '../index/log-row.ts';
import type { ReplacementPayload, StatementKind } from '../statements/kinds.ts';
import type { Visit } from '../visits/visit-types.ts';
import type { Decision, DecisionPayload } from './decision.ts';
import type { AssessmentInput, CodeListInput, RetractionInput } from './statements.ts';

function decisionLine({ who, decision, document, words }: DecisionPayload): LogLine {
  return {
    kind: 'decision',
    type: decision.type,
    who,
    document,
    claim: words[0]?.claim ?? null,
    target: targetOf(decision),
    summary: summaryOf(decision),
  };
}

function targetOf(decision: Decision): string | null {
  switch (decision.type) {
    case 'merge':
      return decision.what === 'claim' ? null : `${decision.what} ${decision.into}`;
    case 'split':
      return decision.what === 'claim' ? null : `${decision.what} ${decision.id}`;
    case 'code':
      return `incident ${decision.incident}`;
    case 'note':
      return `${decision.on.what} ${decision.on.id}`;
    case 'undo':
      return `decision ${decision.decision}`;
    default:
      return null;
  }
}

function summaryOf(decision: Decision): string {
  switch (decision.type) {
    case 'correct':
      return `corrected ${decision.field}`;
    case 'merge':
      return `merged ${decision.from.length + 1} ${decision.what}s`;
    case 'split':
      return `split a ${decision.what}`;
    case 'code':
      return `coded ${decision.profile} ${decision.cell}`;
    case 'note':
      return `note on a ${decision.on.what}`;
    case 'status':
      return `article ${decision.status}`;
    case 'undo':
      return `undid ${decision.decision}`;
    case 'add':
      return 'added a claim';
    case 'reject':
      return 'rejected';
    case 'reads-right':
      return 'reads right';
  }
}

/** The line of any statement that people make, from its payload as stored. */
export function saidLine(kind: StatementKind, payload: unknown): LogLine {
  switch (kind) {
    case 'decision':
      return decisionLine(payload as DecisionPayload);
    case 'assessment': {
      const { who, on, assessment } = payload as AssessmentInput;
      const target = `${on.what} ${on.id}`;
      const document = on.what === 'document' ? on.id : null;
      const claim = on.what === 'claim' ? on.id : null;
      return {
        kind,
        type: assessment.scheme,
        who,
        document,
        claim,
        target,
        summary: `assessed a ${on.what}`,
      };
    }
    case 'visit': {
      const { document, became, outcome: type, url } = payload as Visit;
      return { kind, type, document, target: became, summary: url };
    }
    case 'retraction': {
      const { who, document, kind: type } = payload as RetractionInput;
      return { kind, type, who, document, summary: `report ${type} by its publisher` };
    }
    case 'code-list': {
      const { who, name, codes } = payload as CodeListInput;
      return { kind, who, target: name, summary: `${codes.length} codes` };
    }
    case 'release': {
      const { who, name, release } = payload as { who: string; name: string; release: string };
      return { kind, who, target: name, summary: `release ${release}` };
    }
    case 'erasure': {
      const { who, what, statements } = payload as { who: string; what: string; statements: number[] };
      return { kind, type: what, who, summary: `${statements.length} statements erased` };
    }
    case 'replacement':
      return { kind, summary: `what is left of statement ${(payload as ReplacementPayload).replaces}` };
    default:
      return { kind, summary: '' };
  }
}
