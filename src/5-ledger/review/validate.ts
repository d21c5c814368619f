/** What people send, checked against its schema before anything is written. */
import type Type from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { ReportedlyError } from '../../errors.ts';
import { EraseInput } from '../erase/erase-types.ts';
import { Visit } from '../visits/visit-types.ts';
import { DecisionInput } from './decision.ts';
import { AssessmentInput, CodeListInput, RetractionInput } from './statements.ts';

/** Compiled when first used: opening a ledger to read must not wait for this. */
function checker<T>(schema: Type.TSchema): (value: unknown) => T {
  let validator: Validator | undefined;
  return (value) => {
    validator ??= Compile(schema);
    if (validator.Check(value)) return value as T;
    // Of a union all members complain; the deepest problem tells most.
    const depth = (path: string) => path.split('/').length;
    const problems = [...validator.Errors(value)];
    const problem = problems.sort((a, b) => depth(b.instancePath) - depth(a.instancePath))[0];
    const reason = `${problem?.instancePath || 'it'} ${problem?.message ?? 'has a wrong form'}`;
    throw new ReportedlyError('decision-invalid', { reason });
  };
}

export const checkDecision = checker<DecisionInput>(DecisionInput);
export const checkAssessment = checker<AssessmentInput>(AssessmentInput);
export const checkRetraction = checker<RetractionInput>(RetractionInput);
export const checkCodeList = checker<CodeListInput>(CodeListInput);
export const checkVisit = checker<Visit>(Visit);
export const checkErasure = checker<EraseInput>(EraseInput);
