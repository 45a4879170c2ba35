import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { keepInbox, keptInbox } from '../../../local/ses/kept-inbox.ts';
import type { Mail } from '../../../local/ses/mail.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'freigabe-inbox-'));
  file = path.join(folder, 'inbox.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

const mail = (messageId: string, configurationSet?: string): Mail => ({
  messageId,
  to: 'ada@post.example',
  from: '"Ada\u2028" <ada@freigabe.example>',
  headers: { 'List-Unsubscribe': '<https://freigabe.example/u>' },
  tags: { run: 'r1' },
  configurationSet,
  receivedAt: '2026-11-28T12:00:00.000Z',
  content: () => ({ subject: 'Zeile\nzwei', html: '<p>ü\u2028</p>', text: '\u0000"' }),
  missing: [],
});

const whole = ({ content, ...rest }: Mail) => ({ ...rest, content: content() });

describe('the inbox of the local SES', () => {
  test('is after a restart what it was', () => {
    const mails = [mail('1'), mail('2', 'freigabe-local')];
    keepInbox(file, mails);
    expect(keptInbox(file).map(whole)).toEqual(mails.map(whole));
  });

  test('keeps each approval mail, and the newest of a large campaign', () => {
    const campaign = Array.from({ length: 2500 }, (_, number) => mail(`c${number}`, 'freigabe-local'));
    keepInbox(file, [mail('approval'), ...campaign]);
    const ids = keptInbox(file).map(({ messageId }) => messageId);
    expect([ids.length, ids[0], ids[1], ids.at(-1)]).toEqual([2001, 'approval', 'c500', 'c2499']);
  });

  test('is empty before the first time, and does without lines that are none of its', () => {
    expect(keptInbox(file)).toEqual([]);
    keepInbox(file, [mail('1')]);
    appendFileSync(file, '{"messageId":"2"\n\n[]\n');
    expect(keptInbox(file).map(({ messageId }) => messageId)).toEqual(['1']);
  });
});
