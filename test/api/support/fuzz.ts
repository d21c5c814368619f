/** Requests made up from the OpenAPI document: good values, values at the edge, and values that are no such thing. */
import type { FastifyInstance } from 'fastify';
import { numbers } from '../../ledger/synthetic.ts';

interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
}
interface Operation {
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, unknown> }>;
}
export interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

export interface Fault {
  request: string;
  why: string;
}

const HOSTILE = [
  ...['', ' ', '\u0000', '%00', '../../etc/passwd', "' OR 1=1 --", '"', '-', '*', 'a*', 'OR', '"a', '-a'],
  ...['\ud800', '٣', '🜁'.repeat(40), 'x'.repeat(600), '1e999', '-0', 'NaN', 'null', '[]', '{}', '__proto__'],
  ...['9999999999999999', '2017-02-31', '2017-13', '0000-00-00', '2017-10-07T25:00', 'sha256:', '%', '%zz'],
];
const MAX_DEPTH = 6;

type Random = () => number;
const pick = <T>(from: readonly T[], random: Random): T => from[Math.floor(random() * from.length)]!;

export class Fuzz {
  readonly #api: OpenApi;
  readonly #random: Random;
  /** Values that stand for something in the ledger: ids, hashes, words. */
  readonly #known: readonly string[];

  constructor(api: OpenApi, known: readonly string[], seed: number) {
    this.#api = api;
    this.#known = known;
    const below = numbers(seed);
    this.#random = () => below(1_000_000) / 1_000_000;
  }

  /** Sends `count` requests, each after the one before; gives back what must not be. */
  async run(app: FastifyInstance, count: number, headers: Record<string, string>): Promise<Fault[]> {
    const operations = Object.entries(this.#api.paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, { responses }]) => !responses['200']?.content?.['text/event-stream'])
        // They go through the whole ledger: too slow to be asked thousands of times.
        .filter(() => path !== '/api/v1/verify' && path !== '/api/v1/bundle.zip')
        .map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
    );
    const faults: Fault[] = [];
    for (let i = 0; i < count; i++) {
      const { path, method, operation } = operations[i % operations.length]!;
      const url = this.#address(path, operation);
      const body = this.#body(operation);
      const verb = method === 'GET' && this.#random() < 0.05 ? 'HEAD' : method;
      const request = `${verb} ${url} ${body === undefined ? '' : JSON.stringify(body)?.slice(0, 300)}`;
      const answer = await within(
        app.inject({
          method: verb as 'GET',
          url,
          headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
          ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
        }),
      );
      if (answer === null) faults.push({ request, why: 'no answer in 10 seconds' });
      else if (answer.statusCode >= 500) faults.push({ request, why: answer.body.slice(0, 300) });
      else if (answer.statusCode >= 400 && verb !== 'HEAD' && !isProblem(answer.body))
        faults.push({ request, why: `no problem with a code: ${answer.body.slice(0, 200)}` });
    }
    return faults;
  }

  #address(path: string, { parameters = [] }: Operation): string {
    const random = this.#random;
    const inPath = (name: string) => {
      const { schema } = parameters.find((one) => one.name === name)!;
      return encode(String(this.#value(schema, 0)));
    };
    const url = path.replace(/\{(\w+)\}/g, (_, name: string) => inPath(name));
    const query = parameters
      .filter((one) => one.in === 'query' && (one.required || random() < 0.15))
      .flatMap(({ name, schema }) => {
        const value = random() < 0.15 ? pick(HOSTILE, random) : this.#value(schema, 0);
        return [value].flat().map((one) => `${name}=${encode(String(one))}`);
      });
    if (random() < 0.03) query.push('unknown=1');
    return query.length === 0 ? url : `${url}?${query.join('&')}`;
  }

  #body({ requestBody }: Operation): unknown {
    if (!requestBody) return undefined;
    const schema = requestBody.content['application/json']?.schema ?? {};
    const chance = this.#random();
    if (chance < 0.05) return '{"cut": ';
    if (chance < 0.1) return pick([null, [], 7, 'text', {}], this.#random);
    return this.#value(schema, 0);
  }

  #value(given: Schema, depth: number): unknown {
    const random = this.#random;
    const schema = given.$ref ? this.#api.components.schemas[given.$ref.split('/').at(-1)!]! : given;
    if (random() < 0.06) return pick([...HOSTILE, 0, -1, null, [], {}], random);
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return pick(schema.enum, random);
    if (schema.anyOf) return this.#value(pick(schema.anyOf, random), depth + 1);
    const type = Array.isArray(schema.type) ? pick(schema.type, random) : schema.type;
    if (type === 'object' || schema.properties) return depth > MAX_DEPTH ? {} : this.#object(schema, depth);
    if (type === 'array') {
      const length = depth > MAX_DEPTH ? 0 : Math.floor(random() * 3);
      return Array.from({ length }, () => this.#value(schema.items ?? {}, depth + 1));
    }
    if (type === 'integer' || type === 'number') {
      const { minimum = 0, maximum = 1000 } = schema;
      return pick([minimum, maximum, minimum - 1, maximum + 1, 2 ** 53, 1.5, 3], random);
    }
    if (type === 'boolean') return random() < 0.5;
    if (type === 'null') return null;
    return random() < 0.75 ? pick(this.#known, random) : pick(HOSTILE, random);
  }

  #object({ properties = {}, required = [] }: Schema, depth: number): Record<string, unknown> {
    const out: Record<string, unknown> = {};
    for (const [name, schema] of Object.entries(properties)) {
      const wanted = required.includes(name) ? this.#random() > 0.02 : this.#random() < 0.4;
      if (wanted) out[name] = this.#value(schema, depth + 1);
    }
    return out;
  }
}

/** A lone surrogate has no form in an address. */
const encode = (text: string) => encodeURIComponent(Buffer.from(text).toString('utf8'));

const WAIT_MS = 10_000;

async function within<T>(promise: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), WAIT_MS);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

function isProblem(body: string): boolean {
  try {
    const { code, status, hint } = JSON.parse(body) as Record<string, unknown>;
    return typeof code === 'string' && typeof status === 'number' && typeof hint === 'string';
  } catch {
    return false;
  }
}
