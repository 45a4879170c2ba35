import * as z from 'zod';
import type { Actor, Role } from './people.ts';
import { roles } from './roles.ts';
import { Problem } from '../http/problem.ts';

/** Who sees the logs that list addresses: everybody with a role, or administrators only. A setting of the stage. */
export const LogReaders = z.enum(['everybody', 'administrators']);
export type LogReaders = z.infer<typeof LogReaders>;

/** What a stage narrows of the table. */
export type StageRules = { logs: LogReaders };
const nothingNarrowed: StageRules = { logs: 'everybody' };

type Rule = {
  /** Holding one of these is enough. `everybody`: who is signed in; `anybody`: without signing in. */
  roles: readonly Role[] | 'everybody' | 'anybody';
  /** Ends the sentence "Your permissions do not allow you to …". */
  to: string;
  /**
   * The groups that the token lists are enough, because it only looks. A token lives an hour: everything else goes
   * by the groups that the user pool has at that moment (docs/adr/0053).
   */
  byToken?: true;
  /** Those who are left when the stage shows logs to administrators only. */
  narrowed?: readonly Role[];
};

/**
 * Who may do what: the one table that the API asks first (each route names its action) and that the
 * console reads. What depends on the run besides (its state, its policy) is decided where the run is read.
 */
const table = {
  unsubscribe: { roles: 'anybody', to: 'unsubscribe' },
  /** The link of a mail shows that very mail to whoever has it. */
  viewMail: { roles: 'anybody', to: 'view a mail' },
  signUp: { roles: 'anybody', to: 'sign up' },
  /** Calendars cannot sign in: the token of a feed is somebody's permission to look. */
  readFeed: { roles: 'anybody', to: 'read a calendar feed' },
  identify: { roles: 'everybody', to: 'see who you are' },
  look: { roles, to: 'see campaigns, runs and profiles', byToken: true },
  /** Makes or ends the address by which a calendar reads what they see. */
  subscribeCalendar: { roles, to: 'have a calendar feed' },
  /** Sending log, exclusion log, tracking log: they list addresses. */
  seeLogs: { roles, narrowed: ['administration'], to: 'see logs with addresses' },
  /** Preparers, starters and administrators. */
  prepare: { roles, to: 'prepare a delivery' },
  /** Only *Start deliveries* confirms; administration alone is not enough. */
  confirm: { roles: ['start-deliveries'], to: 'confirm a delivery' },
  control: { roles: ['start-deliveries'], to: 'pause, resume or stop a delivery' },
  /** What nobody has confirmed yet its preparer may call back; what was confirmed asks for `control` besides. */
  stop: { roles, to: 'stop a delivery' },
  /** Asks for a run that sends unknown messages again; confirming it is another thing, and another person's. */
  resend: { roles: ['prepare-deliveries', 'start-deliveries'], to: 'send messages again' },
  /** Moves the question to another approver; never who may confirm. */
  reassign: { roles: ['start-deliveries', 'administration'], to: 'ask another approver' },
  /** Quarantine and what is kept of a person belong to administrators. */
  release: { roles: ['administration'], to: 'release an address from quarantine' },
  /** Ends an opt-out, so it needs somebody who answers for the evidence. */
  consent: { roles: ['administration'], to: 'record a new consent' },
  /** Says whether somebody is on it, or takes them off: the list itself is shown to nobody. */
  suppressions: { roles: ['administration'], to: 'look into the suppression list or take an entry off it' },
  personalData: { roles: ['administration'], to: 'export or erase a person' },
  manageAudience: { roles: ['administration'], to: 'delete a list, name test profiles or merge two profiles' },
  /** Who may sign in, and what they may do. */
  managePeople: { roles: ['administration'], to: 'invite, change or remove people' },
  /** Which other systems sign in, and what they may do. */
  manageMachines: { roles: ['administration'], to: 'see or change machines' },
  /** Which other systems and chats hear what happens to runs. */
  manageWebhooks: { roles: ['administration'], to: 'see or change webhooks' },
  /** Who the stage is to everybody who gets a mail. */
  manageBrand: { roles: ['administration'], to: 'change the brand' },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof table;

const nameOf: Record<Role, string> = {
  'prepare-deliveries': 'Prepare deliveries',
  'start-deliveries': 'Start deliveries',
  administration: 'Administration',
};

export const actions: readonly Action[] = Object.keys(table).filter((name): name is Action => name in table);

export const needsSignIn = (action: Action): boolean => table[action].roles !== 'anybody';

/** Whose groups count for it: those that the token lists, or those that the user pool has now. */
export const groupsFor = (action: Action): 'now' | 'token' => {
  const rule: Rule = table[action];
  return rule.byToken ? 'token' : 'now';
};

const rolesFor = (action: Action, { logs }: StageRules): Rule['roles'] => {
  const { roles: allowed, narrowed }: Rule = table[action];
  return logs === 'administrators' && narrowed ? narrowed : allowed;
};

/** Asked of groups as the token or the user pool lists them; those that are no role of ours count for nothing. */
export const may = (
  { groups }: Pick<Actor, 'groups'>,
  action: Action,
  rules: StageRules = nothingNarrowed,
): boolean => {
  const allowed = rolesFor(action, rules);
  return typeof allowed === 'string' || allowed.some((role) => groups.includes(role));
};

/** @throws Problem `not-permitted`, which says which group may */
export const refuseUnless = (
  actor: Pick<Actor, 'groups'>,
  action: Action,
  rules: StageRules = nothingNarrowed,
): void => {
  if (may(actor, action, rules)) return;
  const allowed = rolesFor(action, rules);
  const [first = 'prepare-deliveries'] = typeof allowed === 'string' ? [] : allowed;
  throw new Problem(
    'not-permitted',
    `Your permissions do not allow you to ${table[action].to}.`,
    `Ask somebody of the group ${first} (role ${nameOf[first]}).`,
    { cause: 'noPermission', whoMay: first, action },
  );
};
