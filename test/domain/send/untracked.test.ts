import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { GroupMail } from '../../../domain/send/ports/group-mailer.ts';
import type { Posted } from '../../../lambdas/adapters/sdk/signed-post.ts';
import { groupMailerWith } from '../../../lambdas/adapters/ses/group-mailer.ts';
import { messageMailerWith } from '../../../lambdas/adapters/ses/message-mailer.ts';
import { faults, type Fault } from './crash-invocation.ts';
import { membersOf } from './crash-ledger.ts';
import { CrashWorld } from './crash-world.ts';

const RECIPIENTS = 12;

test('whoever dies when, SES tracks nobody who refused, before or since, and everybody gets one message', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.array(fc.nat(RECIPIENTS - 1), { maxLength: 3 }),
      fc.array(fc.tuple(fc.nat(40), fc.constantFrom(...faults)), { maxLength: 3 }),
      fc.boolean(),
      async (isOfRefused, refusing, planned, isLimited) => {
        const world = new CrashWorld(RECIPIENTS, {}, undefined, isOfRefused);
        world.perCall = 5;
        world.perSecond = 20;
        if (isLimited) world.bulkLimit = { perSecond: 0.01, loweredAt: 0, until: Number.MAX_SAFE_INTEGER };
        for (const number of refusing) world.refusing.add(`n${number}@reader.example`);
        const plan = new Map<number, Fault>(planned);
        for (let pass = 0; world.run.state !== 'Finished'; pass += 1) {
          expect(pass).toBeLessThan(12);
          await world.pass([pass === 0 ? plan : new Map()]);
          await world.settle();
        }
        expect(new Set(world.sink).size).toBe(world.sink.length);
        for (const [number, { isUntracked, isTagged }] of world.told) {
          expect(isTagged).toBe(isUntracked);
          if (isOfRefused || refusing.includes(number)) expect([number, isUntracked]).toEqual([number, true]);
        }
        // A call is quiet as a whole when somebody in it refused since.
        for (const group of world.groups()) {
          const members = membersOf(group);
          const isQuiet = isOfRefused || members.some((number) => refusing.includes(number));
          for (const number of members) expect(world.told.get(number)?.isUntracked ?? isQuiet).toBe(isQuiet);
        }
      },
    ),
    { numRuns: 100 },
  );
});

const mail = (isUntracked?: true): GroupMail => ({
  from: { name: 'S', address: 's@shop.example' },
  replyTo: null,
  headers: {},
  skeleton: { subject: '', html: '', text: '' },
  entries: [{ number: 0, address: 'a@post.example', data: {}, headers: {}, tags: {} }],
  ...(isUntracked && { isUntracked }),
});

test.each([
  ['SendBulkEmail', groupMailerWith],
  ['SendEmail', messageMailerWith],
])('%s names the override beside the configuration set, and none without need', async (_, mailerWith) => {
  const bodies: Record<string, unknown>[] = [];
  const mailer = mailerWith(async ({ body }: Posted) => {
    bodies.push(JSON.parse(body) as Record<string, unknown>);
    return { status: 500, headers: {}, body: '' };
  }, 'set');
  await mailer.send(mail());
  await mailer.send(mail(true));
  expect(bodies.map(({ ConfigurationSetName }) => ConfigurationSetName)).toEqual(['set', 'set']);
  expect(bodies.map(({ ConfigurationOverrides }) => ConfigurationOverrides)).toEqual([
    undefined,
    { Tracking: { OpenTrackingEnabled: 'DISABLED', ClickTrackingEnabled: 'DISABLED' } },
  ]);
});
