/** Records decisions: each is tried on the state it is made in, and only what fits is appended. */
import { ReportedlyError } from '../../errors.ts';
import { first } from '../drivers/driver.ts';
import { applySaid, currentReading } from '../index/apply.ts';
import { loadPayload, loadReading } from '../index/stored.ts';
import type { Appended } from '../statements/appender.ts';
import type { Store, Writing } from '../store.ts';
import { decidedWords } from './carry-over.ts';
import type { Decision, DecisionInput, DecisionPayload } from './decision.ts';
import { type DocumentHistory, documentState } from './document-state.ts';
import { draftId } from './draft-id.ts';
import { loadHistory } from './history.ts';
import { checkOwnField } from './own-fields.ts';
import { undoneBy } from './undo.ts';
import { checkDecision } from './validate.ts';

/** Records all or none; returns the number and time of each decision's statement. */
export async function decide(store: Store, inputs: readonly DecisionInput[]): Promise<Appended[]> {
  const checked = inputs.map((input) => checkDecision(input));
  return store.write(async (writing) => {
    const made: Appended[] = [];
    for (const input of checked) made.push(await decideOne(writing, input));
    return made;
  });
}

async function decideOne(writing: Writing, input: DecisionInput): Promise<Appended> {
  // What the decision before this one changed must be in the tables to be decided on.
  await writing.index.flush();
  const payload = await payloadOf(writing, input);
  const made = writing.appender.append('decision', payload);
  await applySaid(writing, made, 'decision', payload);
  return made;
}

async function payloadOf(writing: Writing, input: DecisionInput): Promise<DecisionPayload> {
  const { who, why, decision } = input;
  if (decision.type === 'code') {
    if (!why?.trim()) refuse('a cell is coded with a reason');
    await checkOwnField(writing, decision);
  }
  const about = await documentAbout(writing, input);
  const bare: DecisionPayload = {
    who,
    why,
    decision,
    document: about?.document ?? null,
    reading: null,
    words: [],
    made: [],
  };
  if (!about) return bare;
  const { history, seq } = await openDocument(writing, about.document);
  const before = documentState(history);
  const words = about.claims.map((id) => {
    const state = before.claims.find(({ claim }) => claim.id === id);
    if (!state) refuse(`the claim ${id} is not in the document's current state`);
    return decidedWords(state!.asRead ?? state!.claim, before.claims);
  });
  const payload = { ...bare, reading: seq, words, made: madeBy(decision, about.document) };
  rehearse(history, payload, before.orphans.length);
  return payload;
}

/** Applies the decision to the state in memory; one that would be an orphan at once is refused. */
function rehearse(history: DocumentHistory, payload: DecisionPayload, orphansBefore: number): void {
  if (payload.decision.type === 'undo') return;
  const ids = new Set(documentState(history).claims.map(({ claim }) => claim.id));
  const seq = Number.MAX_SAFE_INTEGER;
  const after = documentState({ ...history, decisions: [...history.decisions, { ...payload, seq, at: '' }] });
  if (after.orphans.length > orphansBefore) refuse(after.orphans.at(-1)!.reason);
  if (after.claims.length !== ids.size + payload.made.length)
    refuse('a claim that says the same is there already');
}

/** The document a decision changes, and the claims it names; null where it is about neither. */
async function documentAbout(
  writing: Writing,
  { decision }: DecisionInput,
): Promise<{ document: string; claims: string[] } | null> {
  switch (decision.type) {
    case 'add':
    case 'status':
      return { document: decision.document, claims: [] };
    case 'merge':
      return decision.what === 'claim' ? sameDocument(writing, [decision.into, ...decision.from]) : null;
    case 'split':
      if (decision.what !== 'claim') return null;
      if (decision.claims.length < 2) refuse('a claim is split into two or more');
      return sameDocument(writing, [decision.id]);
    case 'note':
      if (decision.on.what === 'document') return { document: decision.on.id, claims: [] };
      return decision.on.what === 'claim' ? sameDocument(writing, [decision.on.id]) : null;
    case 'undo':
      return undone(writing, decision.decision);
    case 'code':
      return null;
    default:
      return sameDocument(writing, [decision.claim]);
  }
}

async function sameDocument(
  { connection, build }: Writing,
  claims: string[],
): Promise<{ document: string; claims: string[] }> {
  if (new Set(claims).size !== claims.length) refuse('it names a claim twice');
  const documents = new Set<string>();
  for (const claim of claims) {
    const found = await first(
      connection,
      build.selectFrom('claims').select('document').where('claim', '=', claim).where('until', 'is', null),
    );
    if (!found) throw new ReportedlyError('not-in-ledger', { what: 'claim', id: claim });
    documents.add(found.document!);
  }
  if (documents.size > 1) refuse('claims of different documents are joined as an incident, not merged');
  return { document: [...documents][0]!, claims };
}

async function undone(
  { connection, build }: Writing,
  seq: number,
): Promise<{ document: string; claims: string[] } | null> {
  const row = await first(connection, build.selectFrom('log').selectAll().where('seq', '=', seq));
  if (row?.kind !== 'decision') {
    throw new ReportedlyError('not-in-ledger', { what: 'decision', id: String(seq) });
  }
  const payload = await loadPayload<DecisionPayload>(connection, build, seq);
  if (!payload) refuse('what it undoes was erased');
  const undos = await connection.all(
    build.selectFrom('log').select(['seq', 'target']).where('type', '=', 'undo').orderBy('seq'),
  );
  if (undoneBy(undos.map(asUndo)).has(seq)) refuse(`decision ${seq} was undone already`);
  return row.document ? { document: row.document, claims: [] } : null;
}

/** The log names what was undone. */
const asUndo = ({ seq, target }: { seq: number | null; target: string | null }) => ({
  seq: seq!,
  decision: { type: 'undo' as const, decision: Number(target!.split(' ')[1]) },
});

async function openDocument(
  writing: Writing,
  document: string,
): Promise<{ history: DocumentHistory; seq: number | null }> {
  const { connection, build } = writing;
  const known = await first(
    connection,
    build.selectFrom('documents').select('seq').where('sha256', '=', document),
  );
  if (!known) throw new ReportedlyError('not-in-ledger', { what: 'document', id: document });
  const seq = await currentReading(writing, document);
  const reading = seq === null ? null : ((await loadReading(connection, build, seq))?.reading ?? null);
  return { history: await loadHistory(connection, build, document, reading), seq };
}

function madeBy(decision: Decision, document: string): string[] {
  if (decision.type === 'add') return [draftId(document, decision.claim)];
  return decision.type === 'split' ? decision.claims.map((draft) => draftId(document, draft)) : [];
}

function refuse(reason: string): never {
  throw new ReportedlyError('decision-invalid', { reason });
}
