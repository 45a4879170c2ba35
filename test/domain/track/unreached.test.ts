import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aboutOf, ownMails, ownTags } from '../../../domain/model/own-mail.ts';
import { EventWorld, type Body } from './event-world.ts';

const noTurn = async (): Promise<void> => {};
const at = '2026-11-24T10:00:00.000Z';
const sub = '5f0c6a3e-1111-4222-8333-944445555666';

const bodyOf = (detail: object, tags: Record<string, string>, to = 'Anna@Mail.example'): Body => ({
  id: JSON.stringify(detail),
  body: JSON.stringify({
    mail: {
      messageId: 'm',
      timestamp: at,
      destination: [to],
      tags: Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])),
    },
    ...detail,
  }),
});
const bounce = (of: object, recipient: object = {}) => ({
  eventType: 'Bounce',
  bounce: { timestamp: at, bouncedRecipients: [recipient], ...of },
});
const approval = ownTags({ runId: 'r', mail: 'approval', sub });

const told = async (...bodies: Body[]) => {
  const world = new EventWorld();
  const failed = await world.consume(bodies, noTurn);
  return { failed, world, unreached: [...world.unreached.values()] };
};

describe('a mail of ours about a run that does not arrive', () => {
  test.each([
    [
      'nobody has the address',
      bounce({ bounceType: 'Permanent' }, { status: '5.1.1', action: 'failed' }),
      'userUnknown',
    ],
    ['the mailbox is full', bounce({ bounceType: 'Transient', bounceSubType: 'MailboxFull' }), 'mailboxFull'],
    [
      'SES has the address on its list',
      bounce({ bounceType: 'Permanent', bounceSubType: 'OnAccountSuppressionList' }),
      'suppressed',
    ],
    ['SES found a virus', { eventType: 'Reject', reject: { reason: 'Bad content' } }, 'reject'],
  ])('is told to its run with the reason and without the address: %s', async (_what, detail, why) => {
    const { failed, unreached, world } = await told(bodyOf(detail, approval));
    expect(failed).toEqual([]);
    expect(unreached).toEqual([{ mail: 'approval', sub, domain: 'mail.example', why, at }]);
    expect([world.items.size, world.statuses.size, world.unmatched.size]).toEqual([0, 0, 0]);
  });

  test.each([
    ['an automatic reply', bounce({ bounceType: 'Transient', bounceSubType: 'General' })],
    ['a delivery', { eventType: 'Delivery', delivery: { timestamp: at } }],
    ['a complaint', { eventType: 'Complaint', complaint: { timestamp: at } }],
  ])('%s says nothing of the kind, and is nothing strange', async (_what, detail) => {
    const { failed, unreached, world } = await told(bodyOf(detail, approval));
    expect([failed, unreached, world.unmatched.size]).toEqual([[], [], 0]);
  });

  test('a repeat changes nothing, and proofs are told by their domain', async () => {
    const proof = bodyOf(bounce({ bounceType: 'Permanent' }), ownTags({ runId: 'r', mail: 'proof', sub: null }));
    const { unreached } = await told(proof, { ...proof, id: 'again' });
    expect(unreached).toMatchObject([{ mail: 'proof', sub: null, domain: 'mail.example' }]);
  });
});

test('what SES is given as tags comes back as what it is about', () => {
  const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);
  fc.assert(
    fc.property(id, fc.constantFrom(...ownMails), fc.option(id), (runId, mail, person) => {
      const about = { runId, mail, sub: person };
      const tags = ownTags(about);
      for (const text of Object.entries(tags).flat()) expect(text).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
      expect(aboutOf(Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])))).toEqual(about);
    }),
  );
});
