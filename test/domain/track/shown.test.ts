import { expect, test } from '@jest/globals';
import type { Group } from '../../../domain/model/ledger.ts';
import type { TrackingLine } from '../../../domain/model/message.ts';
import { judged } from '../../../domain/track/judged.ts';
import { messageState } from '../../../domain/track/message-lines.ts';

const at = '2026-11-20T09:00:41.000Z';
const closedAt = '2026-11-20T09:00:00.000Z';

const group: Group = {
  runId: 'r',
  chunk: 0,
  from: 0,
  to: 0,
  generation: 0,
  attempt: 'a',
  claimedAt: closedAt,
  deadline: closedAt,
  outcome: { closedAt, handedOver: [{ number: 0, sesMessageId: 'm' }], refused: [], optedOut: [], released: [] },
};

const shown = (line: TrackingLine) => {
  const row = { runId: 'r', number: 0, lines: [line] };
  const state = messageState({ number: 0, groups: [group], row, run: { isSending: false, hasEnded: true } });
  return { ...judged(line, [line]), ...state };
};

test.each<[TrackingLine, object]>([
  [
    { kind: 'bounce', at, type: 'Transient', subType: 'General' },
    { kind: 'autoReply', rule: null, state: 'handedOver', failure: null, at: closedAt },
  ],
  [
    { kind: 'complaint', at, type: 'not-spam' },
    { kind: 'notSpam', rule: null, state: 'handedOver', failure: null, at: closedAt },
  ],
  [
    { kind: 'complaint', at, subType: 'OnAccountSuppressionList' },
    { kind: 'bounce', rule: 'suppressed', state: 'failed', failure: 'suppressed', at },
  ],
  [
    { kind: 'complaint', at, type: 'abuse' },
    { kind: 'complaint', rule: null, state: 'delivered', failure: null },
  ],
  [
    { kind: 'click', at, link: 'https://f.example/api/unsubscribe/' },
    { kind: 'wayOut', state: 'handedOver', at: closedAt },
  ],
  [
    { kind: 'click', at, link: 'https://f.example/api/view-in-browser/' },
    { kind: 'viewed', state: 'handedOver', at: closedAt },
  ],
  // A page of somebody else's that happens to be called so.
  [
    { kind: 'click', at, link: 'https://shop.example/api/view/7' },
    { kind: 'click', state: 'delivered' },
  ],
])('%j is shown as what it is', (line, expected) => {
  expect(shown(line)).toMatchObject(expected);
});
