import { describe, expect, it } from 'vitest';
import type { DecisionInput } from '../../../src/5-ledger/index.ts';
import { Outbox, type OutboxWorld } from './outbox.ts';

const input = (claim: string): DecisionInput => ({
  who: 'A',
  why: null,
  decision: { type: 'reads-right', claim },
});
const act = (claim: string) => ({ inputs: [input(claim)], label: claim, document: 'd' });
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

function world(kept = new Map<string, string>()) {
  const ledger: { seq: number; at: string; why: string | null; decision: DecisionInput['decision'] }[] = [];
  const timers: (() => void)[] = [];
  let ids = 0;
  const state = { answers: true, answerLost: false, refuse: '' };
  const made: OutboxWorld = {
    send: async (inputs) => {
      if (!state.answers) throw Object.assign(new Error('no answer'), { status: 0 });
      if (inputs.some((one) => JSON.stringify(one).includes(state.refuse || '\0')))
        throw Object.assign(new Error('refused'), { status: 422 });
      const seqs = inputs.map(({ decision, why }) => {
        ledger.push({ seq: ledger.length + 1, at: '2020-01-02', why, decision });
        return ledger.length;
      });
      if (state.answerLost) throw Object.assign(new Error('cut'), { status: 0 });
      return seqs;
    },
    recorded: async () => ledger,
    storage: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) },
    now: () => new Date('2020-01-01'),
    later: (run) => {
      timers.push(run);
      return () => undefined;
    },
    newId: () => `e${++ids}`,
    onRecorded: () => undefined,
  };
  return { made, ledger, timers, state, kept };
}

describe('the outbox', () => {
  it('keeps decisions while nobody answers, also over a reload, and records each once and in order', async () => {
    const one = world();
    one.state.answers = false;
    const first = new Outbox(one.made);
    first.add(act('c1'));
    first.add(act('c2'));
    await turn();
    expect(first.entries().map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    expect(first.entries()[0]!.error).toBe('no answer');
    one.state.answers = true;
    const again = new Outbox(one.made);
    again.retry();
    await turn();
    await turn();
    expect(one.ledger.map(({ decision }) => 'claim' in decision && decision.claim)).toEqual(['c1', 'c2']);
    expect(again.entries()).toEqual([]);
  });

  it('does not record twice what was recorded although the answer was lost', async () => {
    const one = world();
    one.state.answerLost = true;
    const box = new Outbox(one.made);
    box.add(act('c1'));
    await turn();
    one.state.answerLost = false;
    one.timers.pop()!();
    await turn();
    await turn();
    expect(one.ledger.length).toBe(1);
    expect(box.entries()).toEqual([]);
  });

  it('keeps what is refused to be seen, and goes on with the rest', async () => {
    const one = world();
    one.state.refuse = 'bad';
    const box = new Outbox(one.made);
    const bad = box.add(act('bad'));
    box.add(act('good'));
    await turn();
    await turn();
    expect(box.entries().map(({ id, state, error }) => [id, state, error])).toEqual([
      [bad, 'refused', 'refused'],
    ]);
    expect(one.ledger.length).toBe(1);
    box.drop(bad);
    expect(box.entries()).toEqual([]);
  });

  it('undoes by a new decision what was recorded, and calls off what was not', async () => {
    const one = world();
    const box = new Outbox(one.made);
    const sent = box.add(act('c1'));
    await turn();
    await turn();
    expect(box.undo(sent, 'A')).toBe('sent');
    await turn();
    await turn();
    expect(one.ledger.at(-1)!.decision).toEqual({ type: 'undo', decision: 1 });
    one.state.answers = false;
    const first = box.add(act('c2'));
    const second = box.add(act('c3'));
    await turn();
    expect(box.undo(second, 'A')).toBe('called-off');
    expect(box.entries().map(({ id }) => id)).toEqual([first]);
  });
});
