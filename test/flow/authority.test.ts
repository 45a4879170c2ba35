import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Me } from '../../domain/people/api.ts';
import { ProofReport } from '../../domain/prepare/api.ts';
import { RunView } from '../../domain/model/run-view.ts';
import { Api } from '../../local/demo/api.ts';
import { clientSettings } from '../../local/settings.ts';
import { testSettings } from '../instance.ts';
import { awaiting, confirm, confirmation, enter, mailsOf, refusalOf, type World } from './world.ts';

const cognito = new CognitoIdentityProviderClient(clientSettings(testSettings));
const group = { GroupName: 'start-deliveries' };
const password = 'Freigabe-2026!';

let world: World;
const at = (name: string) => ({ UserPoolId: world.outputs.UserPoolId, Username: `${name}@leavers.example` });

/** Somebody who may confirm, and is signed in. */
const join = async (name: string): Promise<Api> => {
  const who = at(name);
  const UserAttributes = [
    { Name: 'email', Value: who.Username },
    { Name: 'email_verified', Value: 'true' },
    { Name: 'name', Value: name },
  ];
  await cognito.send(new AdminCreateUserCommand({ ...who, UserAttributes, MessageAction: 'SUPPRESS' }));
  await cognito.send(new AdminSetUserPasswordCommand({ ...who, Password: password, Permanent: true }));
  await cognito.send(new AdminAddUserToGroupCommand({ ...who, ...group }));
  const signedIn = await cognito.send(
    new InitiateAuthCommand({
      ClientId: world.outputs.UserPoolClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: who.Username, PASSWORD: password },
    }),
  );
  return new Api(world.preparer.url, signedIn.AuthenticationResult?.AccessToken ?? '');
};

/** What an administrator does meanwhile, and what is said to the old token by the decision and by /me. */
const leaving = [
  [
    'removed',
    async () => cognito.send(new AdminRemoveUserFromGroupCommand({ ...at('removed'), ...group })),
    'permissions',
  ],
  ['disabled', async () => cognito.send(new AdminDisableUserCommand(at('disabled'))), 'account is disabled'],
  ['deleted', async () => cognito.send(new AdminDeleteUserCommand(at('deleted'))), 'no longer exists'],
  [
    'unready',
    async () =>
      cognito.send(new AdminSetUserPasswordCommand({ ...at('unready'), Password: password, Permanent: false })),
    'A step of signing in',
  ],
] as const;

const apis = new Map<string, Api>();
const old = (name: string): Api => apis.get(name) ?? world.preparer;

beforeAll(async () => {
  world = await enter();
  for (const [name] of leaving) apis.set(name, await join(name));
});

afterAll(async () => {
  for (const [name] of leaving)
    await cognito.send(new AdminDeleteUserCommand(at(name))).catch((error: unknown) => {
      if (!(error instanceof UserNotFoundException)) throw error;
    });
});

test('who was removed, disabled, deleted or has to set a password cannot confirm with an old token, and nobody asks them', async () => {
  const run = await awaiting(world, 'authority', 2);
  const names = run.approvers.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(leaving.map(([name]) => name)));
  for (const [name, leave, said] of leaving) {
    await leave();
    const refused = await refusalOf(old(name).post(`/runs/${run.id}/decision`, confirmation(run), RunView));
    expect([name, refused]).toEqual([
      name,
      { status: 403, code: 'not-permitted', text: expect.stringContaining(said) },
    ]);
  }
  expect((await old('removed').get('/me', Me)).mayStart).toBe(false);
  for (const name of ['disabled', 'deleted', 'unready'])
    expect(await refusalOf(old(name).get('/me', Me))).toMatchObject({ status: 403 });
  expect((await world.preparer.get(`/runs/${run.id}`, RunView)).state).toBe('AwaitingConfirmation');
  expect(await mailsOf(world, run.id)).toEqual([]);

  const next = await awaiting(world, 'authority-next', 2);
  for (const [name] of leaving) expect(next.approvers.map((approver) => approver.name)).not.toContain(name);
  await confirm(world.approver, next);
});

test('proofs go to people of the user pool and to named domains, and to nobody else', async () => {
  const run = await awaiting(world, 'authority-proofs', 1);
  const send = async (...addresses: string[]) =>
    world.preparer.post(`/runs/${run.id}/proofs`, { addresses }, ProofReport);
  expect(await send('preparer@freigabe.example', 'removed@leavers.example')).toMatchObject({ sent: 2 });
  for (const address of ['somebody@evil.example', 'disabled@leavers.example', 'deleted@leavers.example']) {
    const refused = await refusalOf(send('preparer@freigabe.example', address));
    expect([address, refused]).toEqual([address, { status: 403, code: 'not-permitted', text: expect.any(String) }]);
    expect(refused.text).not.toContain(address);
  }
});
