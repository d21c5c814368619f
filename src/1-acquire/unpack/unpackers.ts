/** The formats that hold many documents; the first that takes a source gets it. */
import { mail } from './mail/mail.ts';
import { mbox } from './mail/mbox.ts';
import { csv } from './table/csv.ts';
import { jsonl } from './table/jsonl.ts';
import { telegram } from './telegram/telegram.ts';
import type { Unpacker } from './unpacker.ts';
import { wacz } from './warc/wacz.ts';
import { warc } from './warc/warc.ts';

export const UNPACKERS: readonly Unpacker[] = [warc, wacz, telegram, jsonl, csv, mbox, mail];
