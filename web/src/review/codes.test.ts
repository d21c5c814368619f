import { expect, it } from 'vitest';
import * as records from '../../../src/records/index.ts';
import * as codes from './codes.ts';

it('code lists are those of the records', () => {
  expect(codes.EVENT_TYPE_CODES).toEqual(records.EVENT_TYPES);
  expect(codes.CLAIM_KIND_CODES).toEqual(records.CLAIM_KINDS);
  expect(codes.SOURCE_KIND_CODES).toEqual(records.SOURCE_KINDS);
  expect(codes.PARTY_KIND_CODES).toEqual(records.PARTY_KINDS);
  expect(codes.EFFECT_KIND_CODES).toEqual(records.EFFECT_KINDS);
  expect(codes.SCOPE_CODES).toEqual(records.Effect.properties.scope.enum);
});
