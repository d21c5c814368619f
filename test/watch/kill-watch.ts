/**
 * A feed that adds, edits, repeats and withdraws items from poll to poll, a watcher that is killed now and then in the
 * middle of one, and a look at what the ledger holds in the end.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { openLedger } from '../../src/5-ledger/index.ts';
import { bundled } from '../ledger/bundled.ts';
import { numbers } from '../ledger/synthetic.ts';
import { type NewsItem, NewsSite } from '../support/news-site.ts';

export interface WatchRounds {
  polls: number;
  kills: number;
  items: number;
  edits: number;
  withdrawn: number;
  /** Everything lost, doubled, unseen or wrong; empty when all is well. */
  faults: string[];
}

export async function watchRounds(where: string, polls: number, kills: number): Promise<WatchRounds> {
  const pick = numbers(polls * 31 + kills);
  const site = await NewsSite.open();
  const told = new Told(site, pick);
  const killed = new Set(
    Array.from({ length: kills }, (_, i) => 1 + Math.floor(((i + 0.5) * polls) / kills)),
  );
  const script = await bundled('../watch/watch-child.ts');
  let child = await Child.start(script.file, where, site.feed);
  try {
    for (let poll = 1; poll <= polls; poll++) {
      told.change();
      if (killed.has(poll)) {
        await child.killWithin(1 + pick(4));
        child = await Child.start(script.file, where, site.feed);
      }
      await child.poll();
    }
    return { polls, kills, ...told.counts, faults: await told.faults(where) };
  } finally {
    child.end();
    script.remove();
    await site.server.close();
  }
}

/** What was published, version by version. */
class Told {
  readonly #versions = new Map<string, string[]>();
  readonly #withdrawn = new Set<string>();
  readonly #site: NewsSite;
  readonly #pick: (below: number) => number;
  #last = 0;

  constructor(site: NewsSite, pick: (below: number) => number) {
    this.#site = site;
    this.#pick = pick;
  }

  get counts() {
    const edits = [...this.#versions.values()].reduce((sum, versions) => sum + versions.length - 1, 0);
    return { items: this.#versions.size, edits, withdrawn: this.#withdrawn.size };
  }

  change(): void {
    const { items, repeated } = this.#site;
    repeated.clear();
    // What came in this very poll is not edited yet: nobody could know what it said before.
    const there = items.filter(({ isGone }) => !isGone);
    for (let n = this.#pick(3); n >= 0; n--) this.#add();
    if (there.length === 0) return;
    let edited: NewsItem | null = null;
    const any = () => there[this.#pick(there.length)]!;
    for (let n = this.#pick(3); n > 0; n--) repeated.add(any().guid);
    if (this.#pick(2) === 0) {
      const item = any();
      edited = item;
      const versions = this.#versions.get(item.guid)!;
      item.text = textOf(item.guid, versions.length);
      item.updated = new Date(Date.UTC(2018, 0, 1) + versions.length * 1000).toISOString();
      versions.push(item.text);
    }
    // Not the oldest in the feed: what falls off its end is not withdrawn.
    const item = there[this.#pick(Math.max(1, there.length - 1))]!;
    if (this.#pick(5) === 0 && there.length > 8 && item !== edited) {
      item.isGone = true;
      this.#withdrawn.add(item.guid);
    }
  }

  #add(): void {
    const guid = `item-${++this.#last}`;
    this.#versions.set(guid, [this.#site.add(guid, textOf(guid, 0)).text]);
  }

  async faults(where: string): Promise<string[]> {
    const faults: string[] = [];
    const ledger = await openLedger(where);
    try {
      for (const [guid, versions] of this.#versions) {
        const url = this.#site.url(guid);
        const { rows } = await ledger.documents({ location: url, limit: 500 });
        const texts: string[] = [];
        for (const { sha256 } of rows)
          texts.push((await ledger.currentReading(sha256))!.reading.article.text);
        const seen = versions.filter((version) =>
          texts.some((text) => text.includes(version.split('\n')[1]!)),
        );
        if (seen.length < versions.length)
          faults.push(`${guid}: ${versions.length - seen.length} versions not seen`);
        if (rows.length > versions.length)
          faults.push(`${guid}: ${rows.length} documents of ${versions.length} versions`);
        const retractions = await Promise.all(rows.map(({ sha256 }) => ledger.retractions(sha256)));
        const taken = retractions.flat().length;
        if (taken !== (this.#withdrawn.has(guid) ? 1 : 0)) faults.push(`${guid}: ${taken} retractions`);
      }
      const { documents } = await ledger.coverage();
      const { items, edits } = this.counts;
      if (documents !== items + edits) faults.push(`${documents} documents of ${items + edits} versions`);
      const { intact, faults: found } = await ledger.verify();
      if (!intact) faults.push(...found.map(({ detail }) => detail));
    } finally {
      await ledger.close();
    }
    return faults;
  }
}

const textOf = (guid: string, version: number): string =>
  [
    `The council of ${guid} met on Monday and said that the bridge stays closed to all traffic.`,
    `Version ${version} of ${guid} told of ${version + 2} shells that fell near the mill.`,
    'Nobody was hurt, the council said, and the mill works again since the morning.',
  ].join('\n');

class Child {
  readonly #process: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  #said = '';

  private constructor(process: ChildProcess) {
    this.#process = process;
    process.stderr!.on('data', (chunk: Buffer) => {
      this.#said += chunk.toString();
    });
    this.#lines = createInterface({ input: process.stdout! })[Symbol.asyncIterator]();
  }

  static async start(script: string, where: string, feed: string): Promise<Child> {
    const child = new Child(spawn(process.execPath, [script, where, feed]));
    await child.#until('ready');
    return child;
  }

  async poll(): Promise<void> {
    this.#process.stdin!.write('poll\n');
    await this.#until('done');
  }

  /** Begins a poll and kills it after so many events, or when it is done. */
  async killWithin(events: number): Promise<void> {
    this.#process.stdin!.write('poll\n');
    for (let n = 0; n < events; n++) if ((await this.#line()) === 'done') break;
    const closed = new Promise((resolve) => this.#process.once('close', resolve));
    this.#process.kill('SIGKILL');
    await closed;
  }

  end(): void {
    this.#process.kill('SIGKILL');
  }

  async #until(word: string): Promise<void> {
    while ((await this.#line()) !== word);
  }

  async #line(): Promise<string> {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error(`the watcher ended by itself: ${this.#said}`);
    return value;
  }
}
