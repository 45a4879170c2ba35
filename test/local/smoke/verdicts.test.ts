import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SendBulkEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import fc from 'fast-check';
import { failureOf, factsOf, stateByFacts } from '../../../domain/model/facts.ts';
import { meanings, meaningOf } from '../../../domain/model/meaning.ts';
import { MessageState } from '../../../domain/model/message.ts';
import { lineOf } from '../../../domain/track/line-of.ts';
import { SesEvent } from '../../../domain/track/ses-event.ts';
import { judgeBulkCalls } from '../../../operator/smoke/judge-bulk-calls.ts';
import {
  confirmersOf,
  mayErase,
  neededOf,
  tooFewConfirmers,
  type People,
} from '../../../operator/smoke/judge-people.ts';
import { isComplete, judgeRecipients, type Seen } from '../../../operator/smoke/judge-recipients.ts';
import { endOf, isProven, notSeen, ok, textOf } from '../../../operator/smoke/line.ts';
import { ends, recipientsOf, scenarios, type Scenario } from '../../../operator/smoke/scenarios.ts';
import { startSes } from '../ses/ses-server.ts';
import { me } from './fake-product.ts';

const recipients = recipientsOf('smoke-1');

/** As it has to be. */
const asDocumented = (scenario: Scenario): Seen => {
  const { state, failures, happens, quarantined, optedOut } = ends[scenario];
  return { state, failure: failures[0] ?? null, happened: happens, quarantined, optedOut };
};

const seenWith = (changed: Partial<Record<Scenario, Partial<Seen>>>): Map<string, Seen> =>
  new Map(recipients.map(({ id, scenario }) => [id, { ...asDocumented(scenario), ...changed[scenario] }]));

describe('recipients', () => {
  test('have addresses of the simulator only, each with a label that no other smoke run has', () => {
    const addresses = [...recipients, ...recipientsOf('smoke-2')].map(({ address }) => address);
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const address of addresses) expect(address).toMatch(/^[a-z]+\+smoke-\d-\d@simulator\.amazonses\.com$/);
  });

  test('are each as AWS documents it: every line is ok, and nothing more is waited for', () => {
    const seen = seenWith({});
    expect(judgeRecipients(recipients, seen).map(({ verdict }) => verdict)).toEqual(scenarios.map(() => 'ok'));
    expect(isComplete(recipients, seen)).toBe(true);
  });

  test.each<[Scenario, Partial<Seen>, string, string]>([
    ['success', { state: 'handedOver' }, 'notSeen', 'still handedOver'],
    ['success', { state: 'unknown' }, 'notSeen', 'still unknown'],
    ['success', { state: undefined }, 'failed', 'not among the messages in place of delivered'],
    ['success', { state: 'failed', failure: 'refused' }, 'failed', 'failed (refused) in place of delivered'],
    ['success', { state: 'stopped', failure: 'optedOut' }, 'failed', 'stopped (optedOut) in place of delivered'],
    ['ooto', { state: 'failed', failure: 'notDefined' }, 'failed', 'failed (notDefined) in place of delivered'],
    ['ooto', { quarantined: true }, 'failed', 'in quarantine, for nothing'],
    ['complaint', { happened: [] }, 'notSeen', 'no complaint in the tracking log'],
    ['complaint', { optedOut: false }, 'notSeen', 'not opted out'],
    ['bounce', { state: 'delivered', failure: null }, 'failed', 'delivered in place of failed'],
    ['bounce', { failure: 'mailboxFull' }, 'failed', 'failed (mailboxFull) in place of userUnknown'],
    ['bounce', { quarantined: false }, 'notSeen', 'not in quarantine'],
    ['suppressionlist', { failure: 'userUnknown' }, 'ok', '1 failed, userUnknown, in quarantine'],
    ['suppressionlist', { optedOut: true }, 'failed', 'opted out, for nothing'],
  ])('%s with %j is %s: %s', (scenario, changed, verdict, says) => {
    const lines = judgeRecipients(recipients, seenWith({ [scenario]: changed }));
    expect(lines.find(({ what }) => what === scenario)).toMatchObject({ verdict, says });
    expect(lines.filter(({ what }) => what !== scenario).every((line) => line.verdict === 'ok')).toBe(true);
  });

  test('of whom there is no message failed', () => {
    expect(judgeRecipients(recipients, new Map()).every(({ verdict }) => verdict === 'failed')).toBe(true);
  });

  test('whatever is seen: proven exactly when nothing more is waited for, and a late event alone never fails', () => {
    const anything = fc.record({
      state: fc.constantFrom(...MessageState.options, undefined),
      failure: fc.constantFrom(null, 'userUnknown', 'suppressed', 'refused'),
      happened: fc.subarray([...meanings]),
      quarantined: fc.boolean(),
      optedOut: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.constantFrom(...scenarios), anything, (scenario, one) => {
        const [recipient] = recipients.filter((each) => each.scenario === scenario);
        const seen = new Map([...seenWith({}), [recipient?.id ?? '', one]]);
        const lines = judgeRecipients(recipients, seen);
        expect(isProven(lines)).toBe(isComplete(recipients, seen));
        for (const { verdict, mend } of lines) if (verdict !== 'ok') expect(mend).toBeDefined();
      }),
      { numRuns: 200 },
    );
  });
});

describe('what the local SES says of each address means here what the page expects', () => {
  let ses: Awaited<ReturnType<typeof startSes>>;
  beforeAll(async () => {
    ses = await startSes();
  });
  afterAll(() => ses.stop());

  test.each(scenarios.map((scenario) => [scenario]))('%s', async (scenario) => {
    ses.published.length = 0;
    const [recipient] = recipients.filter((each) => each.scenario === scenario);
    await new SESv2Client(ses.client).send(
      new SendBulkEmailCommand({
        FromEmailAddress: 'news@freigabe.example',
        ConfigurationSetName: 'set',
        DefaultContent: { Template: { TemplateContent: { Subject: 's', Text: 't' }, TemplateData: '{}' } },
        BulkEmailEntries: [{ Destination: { ToAddresses: [recipient?.address ?? ''] } }],
      }),
    );
    await ses.settled();
    const lines = ses.published.flatMap((event) => lineOf(SesEvent.parse(event)) ?? []);
    const facts = factsOf(lines);
    const end = ends[scenario];
    expect(stateByFacts(facts)).toBe(end.state);
    expect(end.failures[0] ?? null).toBe(failureOf(facts));
    expect(lines.map(meaningOf)).toEqual(expect.arrayContaining([...end.happens, ...end.mayHappen]));
  });
});

describe('people', () => {
  const people = (changed: Partial<People> = {}): People => ({
    preparer: me('paula'),
    approvers: [me('anton')],
    admin: me('ada'),
    ...changed,
  });

  test.each<[string, Partial<People>, string[]]>([
    ['another one', {}, ['anton@freigabe.example']],
    ['one who may not confirm', { approvers: [me('anton', { mayStart: false })] }, []],
    ['the preparer, under four eyes', { approvers: [me('paula')] }, []],
    ['the same twice', { approvers: [me('anton'), me('anton')] }, ['anton@freigabe.example']],
  ])('confirmed by %s', (_who, changed, emails) => {
    expect(confirmersOf(people(changed)).map(({ email }) => email)).toEqual(emails);
  });

  test('as many are needed as the policy wants, and who is missing is told without an address', () => {
    const strict = me('paula', { approvals: 2, extraAbove: 5 });
    expect(neededOf(people({ preparer: strict }), 10)).toBe(3);
    const { verdict, says, mend } = tooFewConfirmers(people({ preparer: strict }), 3);
    expect([verdict, says]).toEqual(['notDone', '1 of 3 who may confirm this run was given']);
    expect(mend).toContain('FREIGABE_APPROVER_TOKEN');
    expect(`${says}${mend}`).not.toContain('@');
  });

  test('are erased by an administrator only', () => {
    expect([
      mayErase(people()),
      mayErase(people({ admin: me('anton') })),
      mayErase(people({ admin: undefined })),
    ]).toEqual([true, false, false]);
  });
});

test('bulk calls: whether SES limits them is no fault of a stage', () => {
  const limit = { perSecond: 1, loweredAt: 0, until: 0 };
  const lines = [
    judgeBulkCalls({ calls: 4, taken: 4, refused: 0, ms: 20 }, { limit: undefined }),
    judgeBulkCalls({ calls: 4, taken: 1, refused: 3, ms: 20 }, { limit }),
    judgeBulkCalls({ notMeasured: 'AccessDeniedException' }, { unread: 'AccessDeniedException' }),
  ];
  expect(lines.map(({ verdict, says }) => [verdict, says])).toEqual([
    ['ok', 'SES took 4 of 4 at once (20 ms); no run has met a limit'],
    ['note', 'SES took 1 of 4 at once and limits them; runs have learnt 1 a second'],
    ['note', 'not measured: AccessDeniedException; what runs have learnt could not be read (AccessDeniedException)'],
  ]);
});

test('lines are in columns, with how to mend below, and the last one counts what is not as it should be', () => {
  const lines = [ok('import', '10 of 10'), notSeen('complaint', 'no complaint', 'Wait longer.')];
  expect(lines.map(textOf).join('\n')).toBe(
    [
      'ok        import           10 of 10',
      'not seen  complaint        no complaint',
      '                         → Wait longer.',
    ].join('\n'),
  );
  expect(endOf(lines)).toBe('1 of 2 are not as they should be.');
  expect(endOf(lines.slice(0, 1))).toBe('Everything is as it should be.');
});

test('every article that a line names is there', () => {
  const root = path.join(import.meta.dirname, '../../..');
  const named = globSync(path.join(root, 'operator/smoke/*.ts')).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(docs\/\w+\.md), ((?:"[^"]+"(?:, )?)+)/g)].flatMap(
      ([, page = '', articles = '']) =>
        [...articles.matchAll(/"([^"]+)"/g)].map(([, article = '']) => ({ page, article })),
    ),
  );
  expect(named.length).toBeGreaterThan(10);
  const missing = named.filter(
    ({ page, article }) => !readFileSync(path.join(root, page), 'utf8').includes(`\n## ${article}\n`),
  );
  expect(missing).toEqual([]);
});
