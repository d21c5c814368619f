/** Holds an answer of the API to its schema, with the references put in and nothing beyond it allowed. */
import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { expect } from 'vitest';
import * as claimSchemas from '../../src/7-publish/api/schemas/claims.ts';
import * as documentSchemas from '../../src/7-publish/api/schemas/documents.ts';
import * as incidentSchemas from '../../src/7-publish/api/schemas/incidents.ts';
import * as overviewSchemas from '../../src/7-publish/api/schemas/overview.ts';
import * as sourceSchemas from '../../src/7-publish/api/schemas/sources.ts';
import * as versionSchemas from '../../src/7-publish/api/schemas/versions.ts';

const schemas = Object.fromEntries(
  [claimSchemas, documentSchemas, incidentSchemas, sourceSchemas, overviewSchemas, versionSchemas]
    .flatMap((all) => Object.values(all) as object[])
    .map((schema) => [`${(schema as { $id?: string }).$id}#`, schema]),
);

function whole(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(whole);
  if (schema === null || typeof schema !== 'object') return schema;
  const { $ref, $id: _, ...rest } = schema as { $ref?: string; $id?: string };
  if ($ref) return whole(schemas[$ref]);
  const out: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(rest)) out[key] = whole(value);
  return out.type === 'object' && out.properties ? { ...out, additionalProperties: false } : out;
}

export function expectFits(schema: unknown, value: unknown) {
  const full = whole(schema) as TSchema;
  expect(Value.Errors(full, value).slice(0, 3)).toEqual([]);
}
