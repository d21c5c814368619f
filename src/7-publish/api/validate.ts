/** Addresses are checked by the TypeBox schemas themselves; texts become numbers, flags and lists where these are wanted. */
import type { FastifySchemaCompiler } from 'fastify';
import type Type from 'typebox';
import { Compile } from 'typebox/compile';
import { Value } from 'typebox/value';
import { ReportedlyError } from '../../errors.ts';

export const validatorCompiler: FastifySchemaCompiler<Type.TSchema> = ({ schema, httpPart }) => {
  const check = Compile(schema);
  return (given) => {
    const value = httpPart === 'body' ? given : Value.Convert(schema, given);
    if (check.Check(value)) return { value };
    const [first] = check.Errors(value);
    const where = first?.instancePath.slice(1).replaceAll('/', '.');
    const known = first?.keyword === 'boolean' ? 'is not known here' : first?.message;
    const reason = `${where || 'it'} ${known ?? 'does not fit'}`;
    return { error: new ReportedlyError(httpPart === 'body' ? 'body-invalid' : 'query-invalid', { reason }) };
  };
};
