/**
 * Decisions on their way to the ledger: kept in the browser until the server has recorded them, sent in order, tried again
 * while it does not answer, and shown as refused where it says no. Nothing is lost by closing the page.
 */
import type { Decision, DecisionInput } from '../../../src/5-ledger/index.ts';

export interface Entry {
  id: string;
  inputs: DecisionInput[];
  /** What it does, for people. */
  label: string;
  /** The document it changes, where it is about one. */
  document: string | null;
  queuedAt: string;
  /** `settled`: recorded, but what is on screen is not fetched anew yet. */
  state: 'waiting' | 'sending' | 'refused' | 'settled';
  /** An earlier try ended without an answer: it may have been recorded. */
  unsure: boolean;
  /** Takes back what the entry of this id recorded. */
  undoes: string | null;
  error: string | null;
}

export interface OutboxWorld {
  /** Records decisions; throws `{ status, message }`, status 0 where nobody answers. */
  send: (inputs: readonly DecisionInput[]) => Promise<number[]>;
  /** Decisions of this reviewer that the ledger has, of the kinds and on the thing given. */
  recorded: (
    input: DecisionInput,
  ) => Promise<{ seq: number; at: string; why: string | null; decision: Decision }[]>;
  storage: Pick<Storage, 'getItem' | 'setItem'> | null;
  now: () => Date;
  /** Calls back later, and returns how to call that off. */
  later: (run: () => void, ms: number) => () => void;
  newId: () => string;
  /** What was recorded; the entry leaves when the promise is done. */
  onRecorded: (entry: Entry, seqs: readonly number[]) => Promise<unknown> | undefined;
}

const KEY = 'reportedly.outbox';
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 15_000;

export class Outbox {
  #entries: readonly Entry[];
  readonly #world: OutboxWorld;
  readonly #heard = new Set<() => void>();
  readonly #seqs = new Map<string, readonly number[]>();
  #busy = false;
  #wait = FIRST_WAIT_MS;
  #callOff: (() => void) | null = null;

  constructor(world: OutboxWorld) {
    this.#world = world;
    this.#entries = load(world.storage);
  }

  readonly subscribe = (heard: () => void): (() => void) => {
    this.#heard.add(heard);
    return () => this.#heard.delete(heard);
  };
  readonly entries = (): readonly Entry[] => this.#entries;

  add(what: Pick<Entry, 'inputs' | 'label' | 'document'>): string {
    return this.#put({ ...what, undoes: null });
  }

  /** Takes an entry back: out of the box where it was not sent yet, else by a new decision. Null where there is nothing to undo. */
  undo(id: string, who: string): 'called-off' | 'sent' | null {
    const entry = this.#entries.find((one) => one.id === id);
    if (entry?.state === 'waiting' && !entry.unsure) {
      this.drop(id);
      return 'called-off';
    }
    if (entry?.state === 'refused') return null;
    const decision: Decision = { type: 'undo', decision: 1 };
    this.#put({
      inputs: [{ who, why: null, decision }],
      label: 'undo',
      document: entry?.document ?? null,
      undoes: id,
    });
    return 'sent';
  }

  /** Gives up what waits or was refused. */
  drop(id: string): void {
    this.#set(this.#entries.filter((one) => one.id !== id || one.state === 'sending'));
  }

  /** Sends now what waits. */
  retry(): void {
    this.#wait = FIRST_WAIT_MS;
    this.#callOff?.();
    this.#callOff = null;
    void this.#pump();
  }

  #put(what: Pick<Entry, 'inputs' | 'label' | 'document' | 'undoes'>): string {
    const id = this.#world.newId();
    const queuedAt = this.#world.now().toISOString();
    this.#set([...this.#entries, { ...what, id, queuedAt, state: 'waiting', unsure: false, error: null }]);
    void this.#pump();
    return id;
  }

  async #pump(): Promise<void> {
    if (this.#busy || this.#callOff) return;
    this.#busy = true;
    try {
      for (let next = this.#next(); next; next = this.#next()) if (!(await this.#deliver(next))) break;
    } finally {
      this.#busy = false;
    }
  }

  #next = () => this.#entries.find(({ state }) => state === 'waiting');

  /** False where nobody answers. */
  async #deliver(entry: Entry): Promise<boolean> {
    const inputs = this.#inputsOf(entry);
    if (inputs.length === 0) {
      this.drop(entry.id);
      return true;
    }
    this.#change(entry.id, { state: 'sending' });
    try {
      const seqs =
        (entry.unsure && (await this.#already(inputs, entry.queuedAt))) || (await this.#world.send(inputs));
      this.#wait = FIRST_WAIT_MS;
      this.#seqs.set(entry.id, seqs);
      this.#change(entry.id, { state: 'settled', error: null });
      const gone = () => this.#set(this.#entries.filter(({ id }) => id !== entry.id));
      void Promise.resolve(this.#world.onRecorded(entry, seqs)).then(gone, gone);
      return true;
    } catch (error) {
      const { status = 0, message = String(error) } = error as { status?: number; message?: string };
      const refused = status >= 400 && status < 500 && status !== 429;
      this.#change(entry.id, { state: refused ? 'refused' : 'waiting', unsure: !refused, error: message });
      if (refused) return true;
      this.#callOff = this.#world.later(() => this.retryLater(), this.#wait);
      this.#wait = Math.min(LONGEST_WAIT_MS, this.#wait * 2);
      return false;
    }
  }

  private retryLater(): void {
    this.#callOff = null;
    void this.#pump();
  }

  /** An undo names what was recorded by now; where nothing was, there is nothing to take back. */
  #inputsOf({ inputs, undoes }: Entry): DecisionInput[] {
    if (undoes === null) return inputs;
    const { who, why } = inputs[0]!;
    const seqs = [...(this.#seqs.get(undoes) ?? [])].reverse();
    return seqs.map((decision) => ({ who, why, decision: { type: 'undo', decision } }));
  }

  /** The numbers under which all were recorded by a try that had no answer; null where they were not. */
  async #already(inputs: readonly DecisionInput[], since: string): Promise<number[] | null> {
    const found: number[] = [];
    for (const input of inputs) {
      const same = (await this.#world.recorded(input)).find(
        (one) =>
          one.at >= since &&
          one.why === input.why &&
          sameJson(one.decision, input.decision) &&
          !found.includes(one.seq),
      );
      if (!same) return null;
      found.push(same.seq);
    }
    return found;
  }

  #change(id: string, change: Partial<Entry>): void {
    this.#set(this.#entries.map((one) => (one.id === id ? { ...one, ...change } : one)));
  }

  #set(entries: readonly Entry[]): void {
    this.#entries = entries;
    save(this.#world.storage, entries);
    for (const heard of this.#heard) heard();
  }
}

function load(storage: OutboxWorld['storage']): Entry[] {
  try {
    const kept = JSON.parse(storage?.getItem(KEY) ?? '[]') as Entry[];
    // An undo whose decision this page did not record has no number to take back.
    return kept
      .filter(({ undoes }) => undoes === null)
      .map((entry) => (entry.state === 'sending' ? { ...entry, state: 'waiting', unsure: true } : entry));
  } catch {
    return [];
  }
}

function save(storage: OutboxWorld['storage'], entries: readonly Entry[]): void {
  try {
    storage?.setItem(KEY, JSON.stringify(entries.filter(({ state }) => state !== 'settled')));
  } catch {
    // A full or forbidden storage: they are kept as long as the page is.
  }
}

/** The same content, whatever the order of its keys. */
export function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, sorted(v)]),
  );
}
