import { describe, expect, it } from 'vitest';
import { takeIn, uploadOf } from '../../../test/support/acquired.ts';

const BODY = 'The army said on Monday that two soldiers were killed near the bridge at Karez. '.repeat(5);
const MHTML = `From: <Saved by Blink>
Snapshot-Content-Location: https://example.org/2017/10/07/bridge
Subject: Bridge
MIME-Version: 1.0
Content-Type: multipart/related;
	type="text/html";
	boundary="----b"

------b
Content-Type: text/html
Content-Location: https://ads.example.net/frame

<p>Buy now</p>
------b
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://example.org/2017/10/07/bridge

<!doctype html><title>Caf=C3=A9 shelled</title><article><h1>Caf=C3=A9 shelled</h1><p>${BODY.slice(0, 60)}=
${BODY.slice(60)}</p></article>
------b
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
------b--
`.replace(/\n/g, '\r\n');

describe('a saved page', () => {
  it('packed as MHTML is its own page, with its address', async () => {
    const [item] = await takeIn(uploadOf('page.mhtml', MHTML));
    expect(item!.document!.mediaType).toBe('multipart/related');
    expect(item!.article).toMatchObject({
      title: 'Café shelled',
      url: 'https://example.org/2017/10/07/bridge',
      published: { value: '2017-10-07', basis: 'implied' },
    });
    expect(item!.article!.text).toContain(BODY.trim());
    expect(item!.article!.text).not.toContain('Buy now');
  });

  it('of SingleFile or a browser says where it was saved from', async () => {
    const html = (comment: string) =>
      `<!DOCTYPE html> <html><!--${comment}--><title>Bridge shelled</title><article><p>${BODY}</p></article>`;
    const single =
      '\n Page saved with SingleFile \n url: https://example.org/a \n saved date: Sat Oct 07 2017 12:00:00 GMT+0200\n';
    const [item] = await takeIn(uploadOf('x.html', html(single)));
    expect(item!.article!.url).toBe('https://example.org/a');
    expect(item!.notes!.map(({ reason }) => reason)).toContain(
      'saved from https://example.org/a on Sat Oct 07 2017 12:00:00 GMT+0200',
    );
    expect(item!.article!.published).toBeNull();
    const [other] = await takeIn(uploadOf('x.html', html(' saved from url=(0021)https://example.org/b ')));
    expect(other!.article!.url).toBe('https://example.org/b');
  });
});
