import { PEOPLE_CHAIN, type Origin } from '../../domain/model/audit-chain.ts';
import { madeOnce } from '../../domain/http/making.ts';
import { Problem } from '../../domain/http/problem.ts';
import { invitationMail } from '../../domain/people/invitation-mail.ts';
import { refuseLastAdministrator } from '../../domain/people/last-administrator.ts';
import type { Invited } from '../../domain/people/manage-api.ts';
import type { managePeopleRoutes } from '../../domain/people/manage-routes.ts';
import type { Actor } from '../../domain/people/people.ts';
import { refuseForeignFactor, refuseInvitation, refuseSetByProvider } from '../../domain/people/set-by-provider.ts';
import type { SignInRules } from '../../domain/people/sign-in-rules.ts';
import type { Turns } from '../../domain/people/ports/turns.ts';
import type { KnownPerson, UserPool } from '../../domain/people/ports/user-pool.ts';
import { recordedIn } from '../../domain/people/recorded.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { SingleMailer } from '../../domain/ports/single-mailer.ts';
import type { HttpHandler, HttpRequest } from '../../domain/http/route.ts';

export type ManagePorts = {
  pool: UserPool;
  rules: SignInRules;
  audit: Audit;
  turns: Turns;
  mailer: SingleMailer;
  clock: Clock;
  newPassword: () => string;
  consoleUrl: string;
  sender: string;
  /** Reports a mail that could not be sent, without its address. */
  report: (surprise: unknown) => void;
};

type Routes = typeof managePeopleRoutes;
type By = { actor: Actor; origin: Origin };
type Act = {
  what: string;
  reason: string;
  /** What is changed, in words of a program. */
  changes?: string;
  person: Pick<KnownPerson, 'name' | 'address'> & { sub?: string };
};

/** GET /people */
export const listPeople =
  ({ pool }: Pick<ManagePorts, 'pool'>): HttpHandler<Routes['listPeople']> =>
  async ({ query }) =>
    pool.page(query);

/** GET /people/audit: `npm run audit:verify` proves what it answers. */
export const getPeopleAudit =
  ({ audit }: Pick<ManagePorts, 'audit'>): HttpHandler<Routes['getPeopleAudit']> =>
  async () =>
    audit.ofRun(PEOPLE_CHAIN);

const known = async ({ pool }: ManagePorts, sub: string): Promise<KnownPerson> => {
  const person = await pool.bySub(sub);
  if (person) return person;
  throw new Problem('not-found', 'There is nobody of this id in the user pool.', 'Load the list of people again.', {
    cause: 'personGone',
  });
};

const recorded = async <T>(ports: ManagePorts, { actor, origin }: By, act: Act, work: () => Promise<T>): Promise<T> => {
  const { person, what, reason, changes } = act;
  const of = { ...(person.sub !== undefined && { person: person.sub }), name: person.name, address: person.address };
  return recordedIn(ports, { chain: PEOPLE_CHAIN, actor, origin }, { what, of, reason, changes }, work);
};

/** The first password goes by our own mail, in the person's language: Cognito's has one language for all. */
const mailed = async (ports: ManagePorts, to: KnownPerson, password: string, by: Actor): Promise<Invited> => {
  const { consoleUrl, sender: from } = ports;
  try {
    await ports.mailer.send(invitationMail({ to, by: by.name, password, consoleUrl, from }));
    return { ...to, mailed: true };
  } catch (error) {
    ports.report(error);
    return { ...to, mailed: false };
  }
};

type Invitation = HttpRequest<Routes['invitePerson']>;

const invited = async (ports: ManagePorts, { body, actor, origin }: Invitation): Promise<Invited> => {
  const { address, name, language, groups, reason } = body;
  refuseInvitation(ports.rules, address);
  const act = { what: 'invited', reason, changes: groups.join(', '), person: { name, address } };
  return recorded(ports, { actor, origin }, act, async () => {
    const password = ports.newPassword();
    const created = await ports.pool.create({ address, name, language, password });
    for (const role of groups) await ports.pool.join(created.username, role);
    return mailed(ports, { ...created, groups }, password, actor);
  });
};

/** Cognito's clock is not ours. */
const CLOCKS_DIFFER_MS = 10_000;

/**
 * Goes on with an invitation that an earlier call began: who has the address came into the user pool since, under the
 * same name and with no other roles. The mail may have gone out; the password in it works no more.
 */
const goneOn = async (ports: ManagePorts, { body, actor, making }: Invitation): Promise<Invited | undefined> => {
  const person = await ports.pool.byAddress(body.address);
  const isOurs =
    person?.createdAt != null &&
    Date.parse(person.createdAt) >= making.since - CLOCKS_DIFFER_MS &&
    person.name === body.name &&
    person.groups.every((role) => body.groups.includes(role));
  if (!isOurs) return undefined;
  const missing = body.groups.filter((role) => !person.groups.includes(role));
  for (const role of missing) await ports.pool.join(person.username, role);
  // They read the mail, and signed in.
  if (person.state !== 'invited') return { ...person, groups: body.groups, mailed: true };
  const password = ports.newPassword();
  await ports.pool.giveFirstPassword(person.username, password);
  return mailed(ports, { ...person, groups: body.groups }, password, actor);
};

/** POST /people */
export const invitePerson =
  (ports: ManagePorts): HttpHandler<Routes['invitePerson']> =>
  async (request) =>
    ports.turns.alone(async () =>
      madeOnce(
        request.making,
        async () => goneOn(ports, request),
        async () => invited(ports, request),
      ),
    );

/** POST /people/{sub}/invitation: the first password that was mailed before works no more. */
export const inviteAgain =
  (ports: ManagePorts): HttpHandler<Routes['inviteAgain']> =>
  async ({ params, body: { reason }, actor, origin }) =>
    ports.turns.alone(async () => {
      const person = await known(ports, params.sub);
      if (person.state !== 'invited')
        throw new Problem(
          'conflict',
          'This person has a password of their own, or is disabled.',
          'Let them use “Forgot your password?” on the sign-in page, or enable them first.',
          { cause: 'notInvited' },
        );
      return recorded(ports, { actor, origin }, { what: 'invitedAgain', reason, person }, async () => {
        const password = ports.newPassword();
        await ports.pool.giveFirstPassword(person.username, password);
        return mailed(ports, person, password, actor);
      });
    });

type Wanted = Pick<KnownPerson, 'name' | 'language' | 'groups'> & { enabled: boolean };

const asItIs = ({ name, language, groups, state }: KnownPerson): Wanted => ({
  name,
  language,
  groups,
  enabled: state !== 'disabled',
});

/** What is to be done to make somebody what an administrator wants, named as the audit names it. */
const stepsTo = (ports: ManagePorts, person: KnownPerson, wanted: Wanted) => {
  const { pool } = ports;
  const { username } = person;
  const { enabled: isEnabled } = asItIs(person);
  const joins = wanted.groups.filter((role) => !person.groups.includes(role));
  const leaves = person.groups.filter((role) => !wanted.groups.includes(role));
  const isDescribed = person.name === wanted.name && person.language === wanted.language;
  return [
    ...(isEnabled && !wanted.enabled ? [{ what: 'disabled', work: () => pool.setEnabled(username, false) }] : []),
    ...leaves.map((role) => ({ what: `left ${role}`, work: () => pool.leave(username, role) })),
    ...joins.map((role) => ({ what: `joined ${role}`, work: () => pool.join(username, role) })),
    ...(isDescribed ? [] : [{ what: 'described', work: () => pool.describe(username, wanted) }]),
    ...(!isEnabled && wanted.enabled ? [{ what: 'enabled', work: () => pool.setEnabled(username, true) }] : []),
    ...(leaves.length > 0 || (isEnabled && !wanted.enabled) ? [{ what: '', work: () => pool.signOut(username) }] : []),
  ];
};

/** PUT /people/{sub}: rights are taken before others are given. */
export const changePerson =
  (ports: ManagePorts): HttpHandler<Routes['changePerson']> =>
  async ({ params, body, actor, origin }) =>
    ports.turns.alone(async () => {
      const person = await known(ports, params.sub);
      const is = asItIs(person);
      const { name = is.name, language = is.language, groups = is.groups, enabled = is.enabled, reason } = body;
      const wanted = { name, language, groups, enabled };
      refuseSetByProvider(person, wanted);
      refuseLastAdministrator(person.sub, wanted, await ports.pool.administrators());
      const steps = stepsTo(ports, person, wanted);
      const changes = steps.map(({ what }) => what).filter((what) => what !== '');
      if (changes.length === 0) return person;
      const act = { what: 'personChanged', reason, changes: changes.join(', '), person };
      await recorded(ports, { actor, origin }, act, async () => {
        for (const { work } of steps) await work();
      });
      return known(ports, person.sub);
    });

/** POST /people/{sub}/remove: their sign-ins end first, so that nothing is renewed meanwhile. */
export const removePerson =
  (ports: ManagePorts): HttpHandler<Routes['removePerson']> =>
  async ({ params, body: { reason }, actor, origin }) =>
    ports.turns.alone(async () => {
      const person = await known(ports, params.sub);
      refuseLastAdministrator(person.sub, undefined, await ports.pool.administrators());
      await recorded(ports, { actor, origin }, { what: 'personRemoved', reason, person }, async () => {
        await ports.pool.signOut(person.username);
        await ports.pool.remove(person.username);
      });
      return person;
    });

/** POST /people/{sub}/reset-mfa */
export const resetMfa =
  (ports: ManagePorts): HttpHandler<Routes['resetMfa']> =>
  async ({ params, body: { reason }, actor, origin }) =>
    ports.turns.alone(async () => {
      const person = await known(ports, params.sub);
      refuseForeignFactor(person);
      await recorded(ports, { actor, origin }, { what: 'mfaReset', reason, person }, async () => {
        await ports.pool.forgetSecondFactor(person.username);
        await ports.pool.signOut(person.username);
      });
      return person;
    });

/** POST /me/sign-out */
export const signOutEverywhere =
  (ports: ManagePorts): HttpHandler<Routes['signOutEverywhere']> =>
  async ({ actor }) => {
    const { username } = await known(ports, actor.sub);
    await ports.pool.signOut(username);
    return { signedOut: true };
  };
