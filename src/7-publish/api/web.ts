/** The workbench's files, with one page for all its addresses. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { ReportedlyError } from '../../errors.ts';
import { sendProblem } from './problem.ts';

export const nothingAt = ({ method, url }: { method: string; url: string }) =>
  new ReportedlyError('route-unknown', { method, path: url.split('?')[0]!.slice(0, 200) });

/** `folder` is where `vite build` wrote; null serves the API alone. */
export async function serveWeb(app: FastifyInstance, folder: string | null): Promise<void> {
  const page = folder !== null && existsSync(path.join(folder, 'index.html'));
  if (page) {
    await app.register(fastifyStatic, {
      root: folder,
      cacheControl: false,
      setHeaders: (response, file) =>
        void response.header(
          'cache-control',
          // Names under assets/ carry a hash of their content.
          file.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
        ),
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const { method } = request;
    const address = request.url.split('?')[0]!;
    const wantsPage = (method === 'GET' || method === 'HEAD') && !/^\/(api|assets)(\/|$)/.test(address);
    if (page && wantsPage) return reply.sendFile('index.html');
    return sendProblem(reply, nothingAt(request));
  });
}
