import { spawnSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { stageNamed } from '../../../operator/stage.ts';
import { localStage } from '../../../local/deploy.ts';
import { Failure } from '../../../local/failure.ts';
import { settingsFor } from '../../../local/settings.ts';
import { readStage } from '../../../lib/stage.ts';
import { consoleLine } from '../../../operator/smoke/console.ts';
import { deployedOf, type Deployed } from '../../../operator/smoke/deployed.ts';
import { attempted } from '../../../operator/smoke/attempted.ts';
import type { Line } from '../../../operator/smoke/line.ts';
import { signIn } from '../../../operator/smoke/people.ts';
import { readTokens } from '../../../operator/smoke/tokens.ts';
import { wordsOf } from '../../../operator/smoke/words.ts';
import { me } from './fake-product.ts';

const usage = 'Say which stage: npm run smoke -- -c stage=NAME [--wait SECONDS]';

test.each([
  [[]],
  [['-c', 'stage=../x']],
  [['-c', 'stage=local', '--wait', '0']],
  [['-c', 'stage=local', '--wait', 'long']],
  // Others could read it.
  [['-c', 'stage=local', '--token', 'x']],
])('%j are no words of it', (args) => {
  expect(() => wordsOf(args)).toThrow(new Failure(usage));
});

test('a wrong word on the command line ends with 2 and one line', () => {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ['node_modules/tsx/dist/cli.mjs', 'operator/smoke/main.ts'],
    {
      cwd: path.join(import.meta.dirname, '../../..'),
      encoding: 'utf8',
    },
  );
  expect([status, stderr, stdout]).toEqual([2, `${usage}\n`, '']);
});

test('a stage that has no file, and one that cannot be asked for, are told in one line', async () => {
  expect(() => stageNamed('nowhere')).toThrow(/^There is no stages\/nowhere\.json: /);
  // Nothing listens there.
  const local = readStage(localStage(settingsFor('.local/other', 40_000)));
  await expect(deployedOf(local)).rejects.toThrow(/^The local AWS does not run: start it with "npm start"/);
});

test('the local stage is where its runner put it', () => {
  const stage = readStage(localStage(settingsFor('.local/other', 700)));
  const { local, consoleUrl } = stage;
  expect([local?.awsEndpoint, local?.sesEndpoint, consoleUrl]).toEqual([
    'http://127.0.0.1:5266',
    'http://127.0.0.1:5279',
    'http://127.0.0.1:5873',
  ]);
  expect(stage.signIn.federation).toMatchObject([{ issuer: 'http://127.0.0.1:5281' }]);
});

describe('tokens', () => {
  let server: Server;
  let url: string;
  beforeAll(async () => {
    // API Gateway refuses a token that has ended before anything of ours is asked.
    server = createServer((request, response) => {
      const isGood = request.headers.authorization === 'Bearer good';
      if (request.url === '/config.json') response.end(JSON.stringify({ clientId: 'client' }));
      else if (request.url === '/gateway/me') response.writeHead(502).end('<html>Bad gateway</html>');
      else
        response.writeHead(isGood ? 200 : 401).end(JSON.stringify(isGood ? me('paula') : { message: 'Unauthorized' }));
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve());
    });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const deployed = (clientId = 'client'): Deployed => ({
    stage: { ...stageNamed('example'), consoleUrl: url },
    apiUrl: `${url}/api`,
    ApiId: 'a',
    UserPoolId: 'p',
    UserPoolClientId: clientId,
    MessagesTable: 't',
  });

  test('of a stage on AWS come from the environment, several apart by spaces or commas', async () => {
    const environment = {
      FREIGABE_PREPARER_TOKEN: ' one ',
      FREIGABE_APPROVER_TOKEN: 'two, three\nfour',
      FREIGABE_ADMIN_TOKEN: '',
    };
    expect(await readTokens(deployed(), environment)).toEqual({
      preparer: ['one'],
      approvers: ['two', 'three', 'four'],
      admin: [],
    });
  });

  test('one that is refused is told by the name of its variable, and nobody’s', async () => {
    const lines: Line[] = [];
    const tokens = { preparer: ['good'], approvers: ['an-old-token'], admin: [] };
    const people = await signIn(`${url}/api`, tokens, (line) => void lines.push(line));
    expect([people.preparer?.me.name, people.approvers, people.admin]).toEqual(['paula', [], undefined]);
    expect(lines).toMatchObject([
      { verdict: 'failed', says: 'the token of FREIGABE_APPROVER_TOKEN is refused with HTTP 401' },
    ]);
    expect(JSON.stringify(lines)).not.toContain('an-old-token');
  });

  test('the console is that of the stage, with the API behind the same host', async () => {
    expect(await consoleLine(deployed(), 'good')).toMatchObject({ verdict: 'ok' });
    expect(await consoleLine(deployed('another'), 'good')).toMatchObject({ verdict: 'failed' });
    expect(await consoleLine(deployed(), 'bad')).toMatchObject({ verdict: 'failed' });
  });

  test('what answers in place of the API is told by its status', async () => {
    const lines: Line[] = [];
    const say = (line: Line): void => void lines.push(line);
    const tokens = { preparer: ['good'], approvers: [], admin: [] };
    await attempted('story', say, async () => void (await signIn(`${url}/gateway`, tokens, say)));
    expect(lines).toMatchObject([
      { verdict: 'failed', says: 'the token of FREIGABE_PREPARER_TOKEN is refused with HTTP 502' },
    ]);
  });
});
