import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { takeIn, uploadOf } from '../../../../test/support/acquired.ts';

const messages = [
  { id: 1, type: 'service', date: '2017-10-06T10:00:00', action: 'create_channel', text: '' },
  {
    id: 2,
    type: 'message',
    date: '2017-10-07T12:00:00',
    date_unixtime: '1507370400',
    edited: '2017-10-07T13:00:00',
    edited_unixtime: '1507374000',
    from: 'Karez Watch',
    text: ['Two shells fell near the bridge, ', { type: 'bold', text: 'the army' }, ' said.'],
  },
  {
    id: 3,
    type: 'message',
    date: '2017-10-08T12:00:00',
    forwarded_from: 'Northern Front',
    photo: 'photos/photo_1.jpg',
    text: 'The "road" {to} [Karez] is closed, drivers said.',
  },
  {
    id: 4,
    type: 'message',
    date: '2017-10-08T12:00:00',
    forwarded_from: 'Sara Source',
    forwarded_from_id: 'user1',
    text: 'I saw it.',
  },
];
const chat = { name: 'Karez Watch', type: 'public_channel', id: 77, messages };

describe('an export of Telegram', () => {
  it('is a document a message, forwards as reprints, edits with their time', async () => {
    const passed: string[] = [];
    const items = await takeIn(uploadOf('result.json', JSON.stringify(chat, null, 1)), {
      passedOver: (input, reason) => passed.push(`${input}: ${reason}`),
    });
    expect(passed).toEqual(['result.json#chat=77,message=1: a service message of Telegram']);
    expect(items.map(({ input }) => input)).toEqual(
      [2, 3, 4].map((id) => `result.json#chat=77,message=${id}`),
    );
    const [edited, forwarded, person] = items.map(({ article }) => article!);
    expect(edited).toMatchObject({
      publisher: 'Karez Watch',
      text: 'Two shells fell near the bridge, the army said.',
      published: { value: '2017-10-07T10:00:00Z' },
      modified: { value: '2017-10-07T11:00:00Z' },
      credits: [],
    });
    expect(forwarded).toMatchObject({
      text: 'Forwarded from Northern Front\n\nThe "road" {to} [Karez] is closed, drivers said.',
      furniture: [[0, 29]],
      credits: [{ kind: 'republished-from', text: 'Northern Front', span: [15, 29] }],
      published: { value: '2017-10-08' },
    });
    expect(person!.text).toBe('I saw it.');
    expect(JSON.stringify(items[2]!.notes)).not.toContain('Sara');
  });

  it('of many chats is all of them, names of private ones left out, however it is cut into pieces', async () => {
    const all = {
      about: 'x',
      chats: { about: 'y', list: [chat, { ...chat, name: 'Sara', type: 'personal_chat', id: 5 }] },
    };
    const bytes = Buffer.from(JSON.stringify(all));
    const pieces = (size: number) => () =>
      Readable.from(
        Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
          bytes.subarray(i * size, (i + 1) * size),
        ),
      );
    const whole = await takeIn(uploadOf('result.json', bytes));
    expect(whole.map(({ article }) => article!.publisher)).toEqual([
      ...Array(3).fill('Karez Watch'),
      ...Array(3).fill(null),
    ]);
    const { streamSource } = await import('../byte-source.ts');
    const { telegram } = await import('./telegram.ts');
    for (const size of [1, 7, 100]) {
      const source = await streamSource('r.json', pieces(size)());
      // The head is read first; what matters is where the rest is cut.
      const context = { maxBytes: 1e6, passedOver: () => {} } as never;
      const parts: string[] = [];
      for await (const part of telegram.unpack({ ...source, stream: () => pieces(size)() }, context))
        parts.push(part.part);
      expect(parts).toHaveLength(6);
    }
  });

  it('that is cut short gives the messages that are whole', async () => {
    const cut = JSON.stringify(chat).slice(0, -60);
    const items = await takeIn(uploadOf('result.json', cut));
    expect(items.map(({ code }) => code ?? 'read')).toEqual(['read', 'read']);
  });
});
