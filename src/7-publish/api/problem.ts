/** Errors as `application/problem+json`, with our codes. */
import type { FastifyReply } from 'fastify';
import { type ErrorCode, ReportedlyError } from '../../errors.ts';
import type { Problem } from './schemas/common.ts';

/** HTTP status of a code; what is not listed is a fault on our side. */
const STATUS: Partial<Record<ErrorCode, number>> = {
  'query-invalid': 400,
  'body-invalid': 400,
  'decision-invalid': 422,
  'not-in-ledger': 404,
  'claim-not-found': 404,
  'incident-not-found': 404,
  'source-not-found': 404,
  'format-unknown': 404,
  'route-unknown': 404,
  'document-erased': 410,
  'host-refused': 403,
  'origin-refused': 403,
  'too-many-requests': 429,
  'sign-in-needed': 401,
  'sign-in-refused': 401,
  'token-refused': 401,
  'not-allowed': 403,
  'account-invalid': 422,
  'account-exists': 409,
  'account-not-found': 404,
  'token-not-found': 404,
  'accounts-none': 404,
  'input-too-large': 413,
  'jobs-full': 503,
  'ledger-locked': 503,
  'ledger-read-only': 503,
  'ledger-io': 503,
  'ledger-full': 507,
};

export function problemOf(error: ReportedlyError): Problem {
  return {
    type: `urn:reportedly:error:${error.code}`,
    title: `${error.code[0]!.toUpperCase()}${error.code.slice(1).replaceAll('-', ' ')}`,
    status: STATUS[error.code] ?? 500,
    detail: error.message,
    code: error.code,
    hint: error.hint,
    details: error.details,
  };
}

export function sendProblem(reply: FastifyReply, error: ReportedlyError): FastifyReply {
  const problem = problemOf(error);
  return reply
    .removeHeader('etag')
    .removeHeader('content-disposition')
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(problem);
}

/** Whatever was thrown as one of ours; what Fastify refuses before a route is reached keeps its reason. */
export function asCoded(error: unknown): ReportedlyError {
  if (error instanceof ReportedlyError) return error;
  const { statusCode, message } = error as { statusCode?: number; message?: string };
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new ReportedlyError('body-invalid', { reason: (message ?? '').replace(/\.$/, '') });
  }
  return new ReportedlyError('server-fault', {}, { cause: error });
}
