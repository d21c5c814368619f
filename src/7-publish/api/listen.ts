/** Where the server listens: on this machine only, at a port that is free. */
import type { FastifyInstance } from 'fastify';
import { ReportedlyError } from '../../errors.ts';

export const DEFAULT_PORT = 4710;
export const LOOPBACK = '127.0.0.1';

/** Ports tried after the default one. */
const MORE_PORTS = 20;

const LOOPBACKS = new Set(['127.0.0.1', '::1', 'localhost']);

/** `port` null: the default, or the next free one. Returns the address to open. */
export async function listen(app: FastifyInstance, host: string, port: number | null): Promise<string> {
  if (!LOOPBACKS.has(host)) throw new ReportedlyError('address-refused', { host });
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
