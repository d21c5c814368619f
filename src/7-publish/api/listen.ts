/** Where the server listens: on this machine, or elsewhere with accounts; at a port that is free. */
import type { FastifyInstance } from 'fastify';
import { ReportedlyError } from '../../errors.ts';

export const DEFAULT_PORT = 4710;
export const LOOPBACK = '127.0.0.1';

/** Ports tried after the default one. */
const MORE_PORTS = 20;

const LOOPBACKS = new Set(['127.0.0.1', '::1', 'localhost']);

export const isLoopback = (host: string): boolean => LOOPBACKS.has(host);

/** `port` null: the default, or the next free one. `guarded`: it asks for a sign-in. Returns the address it listens at. */
export async function listen(
  app: FastifyInstance,
  host: string,
  port: number | null,
  guarded = false,
): Promise<string> {
  if (!guarded && !isLoopback(host)) throw new ReportedlyError('address-refused', { host });
  const last = port ?? DEFAULT_PORT + MORE_PORTS;
  for (let candidate = port ?? DEFAULT_PORT; ; candidate++) {
    try {
      return await app.listen({ host, port: candidate });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const busy = code === 'EADDRINUSE' || code === 'EACCES';
      if (!busy) throw error;
      if (candidate >= last)
        throw new ReportedlyError('port-busy', { port: String(candidate), host }, { cause: error });
    }
  }
}
