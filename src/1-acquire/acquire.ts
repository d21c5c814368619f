/** Stage 1: gets reports in. The only code that opens a socket to the world, and the only clock below stage 5. */
import type { Readable } from 'node:stream';
import type { GivenMetadata } from '../records/index.ts';
import type { AcquireContext, Acquired, AcquireInput, Importer } from './importer.ts';
import { fromBytes } from './importers/from-bytes.ts';
import { fromPath } from './importers/from-path.ts';
import { fromStdin } from './importers/from-stdin.ts';
import { fromUrl } from './importers/from-url.ts';
import type { ColumnMap } from './unpack/table/columns.ts';
import { parseProxy } from './web/proxy.ts';
import { WebSession } from './web/session/web-session.ts';
import { type WebPolicy, webPolicy } from './web/web-policy.ts';

export interface AcquireOptions {
  /** Metadata that came with the documents; it holds for each of them. */
  given?: GivenMetadata;
  /** Default 20 MB (20,000,000 bytes). */
  maxBytes?: number;
  /** Take documents that hold no text too, to be kept and not read: scans, images, recordings. */
  anyType?: boolean;
  /** No socket is opened; an address is an error. */
  offline?: boolean;
  /** Hosts, as NAME or NAME:PORT, that may be private or local. */
  allowHosts?: readonly string[];
  /** Everything goes through it: `http://`, `socks5://` or `socks5h://`. */
  proxy?: string;
  /** Said to servers with the name of the program; an address or a page of whoever runs it. */
  contact?: string;
  /** Fetching goes on where another run left off: hosts asked, their robots.txt. Default: one for each input. */
  session?: WebSession;
  /** What a feed, sitemap or list names is passed over where this says so. */
  isKnown?: (address: string) => Promise<boolean>;
  /** The rest of what holds for fetching: limits, and the resolver in tests. */
  web?: Partial<WebPolicy>;
  /** Which columns of tables hold what. */
  map?: ColumnMap;
  /** Told of what is passed over on purpose, with why. */
  passedOver?: (input: string, reason: string) => void;
  now?: () => Date;
  stdin?: () => Readable;
  signal?: AbortSignal;
}

export const DEFAULT_MAX_BYTES = 20_000_000;

/** The first that takes an input gets it; from-path takes whatever is left. */
const IMPORTERS: readonly Importer[] = [fromBytes, fromStdin, fromUrl, fromPath];

/**
 * Yields the documents of one input in a stable order: a folder's files sorted by name, folders among them. What cannot
 * be read is yielded as a coded failure that names it, and the rest goes on.
 */
export async function* acquire(input: AcquireInput, options: AcquireOptions = {}): AsyncGenerator<Acquired> {
  const importer = IMPORTERS.find((candidate) => candidate.takes(input))!;
  yield* importer.documents(input, contextOf(options));
}

/** The settings that a later try needs to ask in the same way, as plain JSON. */
export function settingsOf({ given, allowHosts, map }: AcquireOptions): AcquireOptions {
  return {
    ...(given && Object.keys(given).length > 0 ? { given } : {}),
    ...(allowHosts && allowHosts.length > 0 ? { allowHosts } : {}),
    ...(map && Object.keys(map).length > 0 ? { map } : {}),
  };
}

function contextOf(options: AcquireOptions): AcquireContext {
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
  return {
    given: options.given ?? {},
    maxBytes,
    anyType: options.anyType ?? false,
    map: options.map ?? {},
    passedOver: options.passedOver ?? (() => {}),
    now: options.now ?? (() => new Date()),
    stdin: options.stdin ?? (() => process.stdin),
    web: options.session ?? openSession(options),
    isKnown: options.isKnown ?? (async () => false),
    signal: options.signal ?? null,
  };
}

/** @throws ReportedlyError `proxy-invalid` */
export function openSession(options: AcquireOptions): WebSession {
  const policy = webPolicy({
    ...options.web,
    maxBytes: options.maxBytes ?? DEFAULT_MAX_BYTES,
    offline: options.offline ?? false,
    allowHosts: options.allowHosts ?? [],
    ...(options.proxy === undefined ? {} : { proxy: parseProxy(options.proxy) }),
    ...(options.contact === undefined ? {} : { contact: options.contact }),
  });
  return new WebSession(policy);
}
