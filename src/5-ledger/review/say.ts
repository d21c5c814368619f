/** Records what people say beside decisions: assessments, retractions, code lists. */
import { ReportedlyError } from '../../errors.ts';
import { first } from '../drivers/driver.ts';
import { applySaid, findDocument } from '../index/apply.ts';
import type { Appended } from '../statements/appender.ts';
import type { StatementKind } from '../statements/kinds.ts';
import type { Store, Writing } from '../store.ts';
import type { AssessmentInput, CodeListInput, RetractionInput } from './statements.ts';
import { checkAssessment, checkCodeList, checkRetraction } from './validate.ts';

export async function assess(store: Store, input: AssessmentInput): Promise<Appended> {
  const checked = checkAssessment(input);
  return store.write(async (writing) => {
    const { what, id } = checked.on;
    if (what === 'claim') await claimMustBeThere(writing, id);
    if (what === 'document') await documentMustBeThere(writing, id);
    return say(writing, 'assessment', checked);
  });
}

export async function retract(store: Store, input: RetractionInput): Promise<Appended> {
  const checked = checkRetraction(input);
  return store.write(async (writing) => {
    await documentMustBeThere(writing, checked.document);
    for (const claim of checked.claims ?? []) await claimMustBeThere(writing, claim);
    return say(writing, 'retraction', checked);
  });
}

export async function setCodeList(store: Store, input: CodeListInput): Promise<Appended> {
  const checked = checkCodeList(input);
  return store.write((writing) => say(writing, 'code-list', checked));
}

export async function say(writing: Writing, kind: StatementKind, payload: unknown): Promise<Appended> {
  const made = writing.appender.append(kind, payload);
  await applySaid(writing, made, kind, payload);
  return made;
}

export async function documentMustBeThere(writing: Writing, sha256: string): Promise<void> {
  if (!(await findDocument(writing, sha256))) {
    throw new ReportedlyError('not-in-ledger', { what: 'document', id: sha256 });
  }
}

async function claimMustBeThere({ connection, build }: Writing, id: string): Promise<void> {
  const query = build.selectFrom('claims').select('row').where('claim', '=', id).where('until', 'is', null);
  if (!(await first(connection, query))) throw new ReportedlyError('not-in-ledger', { what: 'claim', id });
}
