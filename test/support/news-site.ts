/** A small news site on loopback: a feed and its pages, which tests add to, edit, repeat and withdraw. */

import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type LoopbackServer, loopbackServer } from './loopback-server.ts';

export interface NewsItem {
  guid: string;
  title: string;
  text: string;
  updated: string;
  isGone: boolean;
}

export class NewsSite {
  readonly items: NewsItem[] = [];
  /** Answers for paths, before the site's own. */
  readonly special = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>();
  /** How many of the newest items the feed holds. */
  feedLength = 1000;
  /** Guids that the feed leaves out while the page is there. */
  readonly leftOut = new Set<string>();
  /** Guids that stand twice. */
  readonly repeated = new Set<string>();
  server!: LoopbackServer;

  static async open(): Promise<NewsSite> {
    const site = new NewsSite();
    site.server = await loopbackServer((request, response) => site.#answer(request, response));
    return site;
  }

  get feed(): string {
    return this.server.url('/feed.xml');
  }

  url(guid: string): string {
    return this.server.url(`/news/${guid}`);
  }

  add(guid: string, text: string): NewsItem {
    const item: NewsItem = {
      guid,
      title: `Report ${guid}`,
      text,
      updated: '2017-10-07T00:00:00Z',
      isGone: false,
    };
    this.items.unshift(item);
    return item;
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '';
    const special = this.special.get(path);
    if (special) {
      special(request, response);
      return;
    }
    if (path === '/feed.xml') {
      this.#feed(request, response);
      return;
    }
    const item = this.items.find(({ guid }) => path === `/news/${guid}`);
    if (!item || item.isGone) {
      response.writeHead(item ? 410 : 404, { 'content-type': 'text/plain' }).end('not here');
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      `<!doctype html><html lang="en"><head><title>${item.title}</title></head><body><article><h1>${item.title}</h1>` +
        `${item.text
          .split('\n')
          .map((line) => `<p>${line}</p>`)
          .join('')}</article></body></html>`,
    );
  }

  #feed(request: IncomingMessage, response: ServerResponse): void {
    const shown = this.items
      .slice(0, this.feedLength)
      .filter(({ guid, isGone }) => !isGone && !this.leftOut.has(guid))
      .flatMap((item) => (this.repeated.has(item.guid) ? [item, item] : [item]));
    const entries = shown.map(
      ({ guid, title, updated }) =>
        `<entry><id>${guid}</id><title>${title}</title><link href="/news/${guid}"/><updated>${updated}</updated></entry>`,
    );
    const body = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Site</title>${entries.join('')}</feed>`;
    const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, { etag }).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'application/atom+xml', etag }).end(body);
  }
}
