/** A web server on 127.0.0.1 for tests, with a path for each behaviour; it counts what it was asked. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LoopbackServer {
  port: number;
  /** `127.0.0.1:PORT`, as an allow-list names it. */
  host: string;
  url(path: string): string;
  /** Paths asked for, in order. */
  asked: string[];
  close(): Promise<void>;
}

export async function loopbackServer(answer: RequestListener): Promise<LoopbackServer> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.on('error', () => {});
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  return {
    port,
    host,
    asked,
    url: (path) => `http://${host}${path}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
