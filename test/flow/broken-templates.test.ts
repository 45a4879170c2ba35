import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  GetFunctionConfigurationCommand,
  LambdaClient,
  paginateListFunctions,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionUpdatedV2,
} from '@aws-sdk/client-lambda';
import { waitForState } from '../../local/demo/wait.ts';
import { clientSettings } from '../../local/settings.ts';
import { testSettings } from '../instance.ts';
import { campaignTo, confirm, enter, figuresWhen, machinesWait, mailsOf, startRun, type World } from './world.ts';

const lambdas = new LambdaClient(clientSettings(testSettings));

/** Gives the Lambda that prepares this bucket; answers the one that it had. */
const giveBucket = async (bucket: string): Promise<string> => {
  for await (const { Functions = [] } of paginateListFunctions({ client: lambdas }, {})) {
    const name = Functions.find(({ FunctionName = '' }) => FunctionName.includes('PreparePrepareRun'))?.FunctionName;
    if (name === undefined) continue;
    const known = await lambdas.send(new GetFunctionConfigurationCommand({ FunctionName: name }));
    const variables = known.Environment?.Variables ?? {};
    const Environment = { Variables: { ...variables, CONTENT_BUCKET: bucket } };
    await lambdas.send(new UpdateFunctionConfigurationCommand({ FunctionName: name, Environment }));
    await waitUntilFunctionUpdatedV2({ client: lambdas, maxWaitTime: 30 }, { FunctionName: name });
    return variables['CONTENT_BUCKET'] ?? '';
  }
  throw new Error('there is no Lambda that prepares');
};

let world: World;
let bucket: string | undefined;
beforeAll(async () => {
  world = await enter();
});
afterAll(async () => {
  await machinesWait(1);
  if (bucket !== undefined) await giveBucket(bucket);
});

const content = {
  subject: 'Spring',
  html: '<p>Hello</p><a href="{{ unsubscribe_url }}">Leave</a>',
  text: 'Hello {{ unsubscribe_url }}',
};

test.each([
  ['a file', 'templateValid', { html: `{% include "/etc/passwd" %}${content.html}` }],
  ['an endless loop', 'mailsRendered', { html: `{% for i in (1..1000000000) %}x{% endfor %}${content.html}` }],
  [
    'a word that one has not',
    'mailsRendered',
    { html: `{% assign p = first_name | split: " " %}{{ p[2] }}${content.html}` },
  ],
  [
    'no unsubscribe link for some',
    'unsubscribeLink',
    { html: `{% if first_name == "Reader 0" %}${content.html}{% endif %}` },
  ],
])('a template with %s ends in preparation, and says why', async (name, code, different) => {
  const campaign = await campaignTo(world, `broken-${code}-${name.length}`, 2, {
    content: { ...content, ...different },
  });
  const { id } = await startRun(world, campaign);
  const run = await waitForState(world.preparer, id, ['PreparationFailed']);
  expect(run.checks.filter(({ verdict }) => verdict === 'blocking').map((check) => check.code)).toEqual([code]);
});

test('a sign behind a placeholder arrives as it was written', async () => {
  const text = `{"for":{{ first_name }}} ${content.text}`;
  const { id } = await startRun(world, await campaignTo(world, 'braces', 2, { content: { ...content, text } }));
  await confirm(world.approver, await waitForState(world.preparer, id, ['AwaitingConfirmation']));
  await waitForState(world.preparer, id, ['Finished']);
  await figuresWhen(world, id, ({ delivered }) => delivered.count === 2);
  const [mail] = await mailsOf(world, id);
  expect(mail?.text).toMatch(/^\{"for":Reader \d\} /);
});

test('a preparation that fails each time ends, instead of beginning again every hour', async () => {
  bucket = await giveBucket('a-bucket-that-is-not-there');
  // Between its six tries pass two, four, eight, sixteen and thirty-two seconds.
  await machinesWait(0.05);
  const { id } = await startRun(world, await campaignTo(world, 'breaks', 1, { content }));
  const run = await waitForState(world.preparer, id, ['PreparationFailed']);
  expect(run.checks).toMatchObject([{ code: 'preparationFailed', verdict: 'blocking' }]);
});
