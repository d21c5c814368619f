import { describe, expect, it } from 'vitest';
import { takeIn, uploadOf } from '../../../../test/support/acquired.ts';
import { makePdf } from '../../../../test/support/make-pdf.ts';

const PDF = makePdf([[{ text: 'The annex tells of two shells that fell near the bridge.', x: 60, y: 740 }]]);
const MAIL = `From: Sara Source <sara@example.net>
To: desk@example.org
Subject: =?utf-8?q?Fwd:_Shelling_at_Kar=C3=A8z?=
Date: Sat, 7 Oct 2017 10:00:00 +0200
Message-ID: <1@example.net>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=outer

--outer
Content-Type: multipart/alternative; boundary=inner

--inner
Content-Type: text/plain; charset=utf-8

The army said on Monday that two soldiers were killed near the bridge.
--inner
Content-Type: text/html; charset=utf-8

<p>The army said on Monday that two soldiers were killed near the bridge.</p>
--inner--
--outer
Content-Type: application/pdf; name="annex.pdf"
Content-Disposition: attachment; filename="annex.pdf"
Content-Transfer-Encoding: base64

${PDF.toString('base64').replace(/.{76}/g, '$&\n')}
--outer
Content-Type: message/rfc822

From: Karez Desk <news@example.org>
Subject: Road closed
List-Id: Karez Daily <daily.example.org>
Date: Fri, 6 Oct 2017 09:00:00 +0000

The road to Karez was closed on Friday, drivers said.
--outer
Content-Type: image/png
Content-Disposition: attachment; filename="map.png"
Content-Transfer-Encoding: base64

iVBORw0KGgoAAAANSUhEUg==
--outer--
`.replace(/\n/g, '\r\n');

describe('a mail', () => {
  it('is the message, and each attachment a document of its own', async () => {
    const items = await takeIn(uploadOf('x.eml', MAIL));
    expect(items.map(({ input, document, status }) => [input, document?.mediaType, status])).toEqual([
      ['x.eml', 'message/rfc822', 'ready'],
      ['x.eml#attachment=1', 'application/pdf', 'ready'],
      ['x.eml#attachment=2', 'message/rfc822', 'ready'],
      ['x.eml#attachment=3', 'image/png', 'unsupported'],
    ]);
    const [message, pdf, forwarded] = items;
    expect(message!.article).toMatchObject({
      title: 'Shelling at Karèz',
      published: { value: '2017-10-07T08:00:00Z' },
      text: 'The army said on Monday that two soldiers were killed near the bridge.',
    });
    expect(pdf!.article!.text).toContain('two shells that fell');
    expect(forwarded!.article).toMatchObject({ title: 'Road closed', publisher: 'Karez Daily' });
  });

  it('says nowhere in its article who sent it to whom', async () => {
    const [message] = await takeIn(uploadOf('x.eml', MAIL));
    expect(JSON.stringify([message!.article, message!.notes])).not.toMatch(/sara|source|desk@/i);
    expect(message!.document!.provenance.headers).toEqual({});
    expect(Buffer.from(message!.document!.bytes).toString()).toContain('sara@example.net');
  });

  it('of HTML alone is its text', async () => {
    const html = MAIL.replace(
      /MIME-Version[\s\S]*/,
      'Content-Type: text/html\r\n\r\n<p>Two shells fell.</p><p>Nobody died.</p>',
    );
    const [message] = await takeIn(uploadOf('mail', html));
    expect(message!.article!.text).toBe('Two shells fell.\n\nNobody died.');
  });
});

describe('a mailbox', () => {
  it('is its messages, whatever their lines begin with', async () => {
    const one =
      'From: a@example.org\nSubject: One\nDate: Fri, 6 Oct 2017 09:00:00 +0000\n\nTwo shells fell.\n\n>From the north came a third.\n';
    const box = `From a@example.org Fri Oct  6 09:00:00 2017\n${one}\nFrom b@example.org Fri Oct  6 10:00:00 2017\n${one.replace('One', 'Two')}`;
    const items = await takeIn(uploadOf('box', box));
    expect(items.map(({ input, article }) => [input, article?.title])).toEqual([
      ['box#message=1', 'One'],
      ['box#message=2', 'Two'],
    ]);
    expect(items[0]!.article!.text).toBe('Two shells fell.\n\nFrom the north came a third.');
    const over = await takeIn(uploadOf('box', box.replace('Two shells', 'Two shells '.repeat(100))), {
      maxBytes: 600,
    });
    expect(over.map(({ code }) => code ?? 'read')).toEqual(['input-too-large', 'read']);
  });
});
