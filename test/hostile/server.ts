/** A server that does, for each path, one of the things that servers should not do. Raw sockets, so that it can. */

import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';

/** Answers one request on its socket; the path asked for is given. */
export type Behaviour = (socket: Socket, path: string) => void;

export interface HostileServer {
  host: string;
  port: number;
  /** Paths asked for. */
  asked: string[];
  close(): Promise<void>;
}

export async function hostileServer(
  behaviourAt: (path: string) => Behaviour | undefined,
): Promise<HostileServer> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    let head = '';
    socket.on('data', (chunk) => {
      head += chunk.toString('latin1');
      if (!head.includes('\r\n\r\n')) return;
      const path = /^\S+ (\S+)/.exec(head)?.[1] ?? '/';
      head = '';
      asked.push(path);
      const behaviour = behaviourAt(path) ?? missing;
      behaviour(socket, path);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    port,
    asked,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

const missing: Behaviour = (socket) => answer('text/plain', 'not here', [], '404 Not Found')(socket, '');

/** A whole answer with the right length. */
export function answer(
  type: string | null,
  body: string | Uint8Array,
  headers: readonly string[] = [],
  status = '200 OK',
): Behaviour {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const head = [
    `HTTP/1.1 ${status}`,
    ...(type === null ? [] : [`Content-Type: ${type}`]),
    `Content-Length: ${bytes.length}`,
    'Connection: close',
    ...headers,
  ];
  return (socket) => {
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    socket.end(bytes);
  };
}

export const redirect = (to: string, status = '302 Found'): Behaviour =>
  answer(null, '', [`Location: ${to}`], status);

/** These bytes and nothing else; `open` leaves the connection as it is. */
export const raw =
  (bytes: string, open = false): Behaviour =>
  (socket) =>
    open ? void socket.write(bytes, 'latin1') : void socket.end(bytes, 'latin1');

/** A piece again and again until the other side goes away; 0 ms sends as fast as is taken. */
export function endless(head: string, piece: string, everyMs: number): Behaviour {
  return (socket) => {
    socket.write(head, 'latin1');
    if (everyMs > 0) {
      const timer = setInterval(() => socket.write(piece, 'latin1'), everyMs);
      socket.on('close', () => clearInterval(timer));
      return;
    }
    const more = () => {
      while (!socket.destroyed && socket.write(piece, 'latin1'));
    };
    socket.on('drain', more);
    more();
  };
}
