/** What a request hands over: files of a form, or one text or address of a JSON body. */
import type { MultipartFile, MultipartValue } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { Compile } from 'typebox/compile';
import { DEFAULT_MAX_BYTES } from '../../../1-acquire/acquire.ts';
import type { AcquireInput } from '../../../1-acquire/importer.ts';
import { tooLarge } from '../../../1-acquire/limits.ts';
import { ReportedlyError } from '../../../errors.ts';
import type { GivenMetadata } from '../../../records/index.ts';
import { AddBody } from '../schemas/jobs.ts';

export const MOST_FILES = 50;
const MOST_BYTES = 100_000_000;

export const FORM_LIMITS = {
  fileSize: DEFAULT_MAX_BYTES,
  files: MOST_FILES,
  fields: 10,
  parts: MOST_FILES + 10,
  fieldSize: 10_000,
  headerPairs: 100,
};

const GIVEN = ['title', 'published', 'url', 'publisher'] as const;
const checkBody = Compile(AddBody);

export async function handedOver(
  request: FastifyRequest,
): Promise<{ inputs: AcquireInput[]; given: GivenMetadata }> {
  const handed = request.isMultipart() ? await fromForm(request) : fromBody(request.body);
  checkDate(handed.given.published);
  return handed;
}

function fromBody(body: unknown): { inputs: AcquireInput[]; given: GivenMetadata } {
  if (!checkBody.Check(body)) {
    const [first] = checkBody.Errors(body);
    invalid(
      `${first?.instancePath.slice(1).replaceAll('/', '.') || 'it'} ${first?.message ?? 'does not fit'}`,
    );
  }
  const { text, url, given = {} } = body as AddBody;
  if ((text === undefined) === (url === undefined)) invalid('it needs either text or url');
  if (url !== undefined) return { inputs: [url], given };
  return { inputs: [{ how: 'paste', name: 'pasted text', bytes: new TextEncoder().encode(text) }], given };
}

async function fromForm(request: FastifyRequest): Promise<{ inputs: AcquireInput[]; given: GivenMetadata }> {
  const inputs: AcquireInput[] = [];
  const given: GivenMetadata = {};
  let size = 0;
  for await (const part of request.parts()) {
    if (part.type === 'field') take(part as MultipartValue, given);
    else {
      const bytes = await bytesOf(part);
      size += bytes.length;
      if (size > MOST_BYTES) throw tooLarge('The form', null, MOST_BYTES);
      inputs.push({ how: 'upload', name: nameOf(part), bytes });
    }
  }
  if (inputs.length === 0) invalid('there is no file in the form');
  return { inputs, given };
}

async function bytesOf(part: MultipartFile): Promise<Uint8Array> {
  try {
    return await part.toBuffer();
  } catch (error) {
    if (part.file.truncated) throw tooLarge(nameOf(part), null, DEFAULT_MAX_BYTES);
    throw error;
  }
}

/** Browsers send names; some programs send paths. */
const nameOf = ({ filename }: MultipartFile): string =>
  filename?.split(/[/\\]/).at(-1)?.slice(0, 300) || 'upload';

function take({ fieldname, value }: MultipartValue, given: GivenMetadata): void {
  const field = GIVEN.find((name) => name === fieldname);
  if (!field || typeof value !== 'string') invalid(`${fieldname.slice(0, 100)} is not known here`);
  if (value !== '') given[field!] = value as string;
}

/** A date that cannot be read would be taken for an unknown one later. */
function checkDate(published: string | undefined): void {
  if (published === undefined) return;
  if (!/^\d{4}-\d{2}-\d{2}/.test(published) || Number.isNaN(Date.parse(published)))
    invalid('published is a date such as 2017-10-07');
}

function invalid(reason: string): never {
  throw new ReportedlyError('body-invalid', { reason });
}
