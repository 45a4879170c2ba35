import * as z from 'zod';

/** What a function may do with items of a table whose keys it knows. */
export type Access = 'read' | 'readWrite' | 'write';

export const tableNames = ['campaigns', 'messages', 'profiles', 'kpis'] as const;
export type TableName = (typeof tableNames)[number];

const text = z.string().min(1);

/** The pool, and JSON of domain/people/sign-in-rules.ts. */
const userPool = { USER_POOL_ID: text, SIGN_IN: text };

/**
 * What a function may do beside its tables and the content, each with the environment variables that it needs for it.
 * The policy behind each lies in lib/abilities.ts.
 */
export const abilities = {
  /** Keeps the task token of a gate. */
  keepToken: { TOKEN_KEY_ID: text },
  /** Ends the wait of the machine with the token that was kept. */
  answerGate: { TOKEN_KEY_ID: text },
  startMachine: { RUN_STATE_MACHINE_ARN: text },
  startImports: { IMPORT_STATE_MACHINE_ARN: text },
  /** Sees which runs have an execution. */
  seeExecutions: { RUN_STATE_MACHINE_ARN: text },
  setTimers: {
    TIMER_GROUP: text,
    TIMER_ROLE_ARN: text,
    LAUNCH_RUN_ARN: text,
    LAUNCH_COMPLETION: z.enum(['NONE', 'DELETE']),
    CLOSE_OVERDUE_ARN: text,
  },
  /** Asks the user pool whether whoever acts is still there, and what they may do now. */
  askWhoActs: userPool,
  /** Sees who is in a group of the user pool. */
  seeApprovers: userPool,
  /** Asks the user pool whose an address is. */
  findPeople: userPool,
  /** Lists, invites, changes and removes the people of the user pool. */
  managePeople: userPool,
  /** Makes, changes and removes app clients of the user pool. */
  manageMachines: { USER_POOL_ID: text },
  /** Mails of the product itself: approval mails, reminders, proofs. */
  mailOnePerson: { OWN_MAIL_SET: text },
  /** Hands groups of a campaign to SES. */
  mailGroups: { CONFIGURATION_SET: text },
  /** What the account may send. */
  seeSesAccount: {},
  /** What became of what the account sent in the last two weeks. */
  seeSesStatistics: {},
  /** Which addresses and domains are verified, whether SES signs for them, and in whose name. */
  seeIdentities: {},
  /** Signs unsubscribe links, or reads them. */
  signUnsubscribeLinks: { UNSUBSCRIBE_SECRET_ID: text },
  /** Hands a recount over to a call of its own. */
  countOn: { COUNT_ON_FUNCTION: text },
  /** Tells other systems what happens. */
  publishEvents: { EVENT_BUS: text, EVENTS_ENDPOINT: text },
  /** Encrypts address and secrets of webhooks, and reads them. */
  sealWebhooks: { TOKEN_KEY_ID: text },
  /** Reads address and secrets of webhooks. */
  openWebhooks: { TOKEN_KEY_ID: text },
  /** Puts deliveries of its own queue there, and off. */
  queueDeliveries: { DELIVERIES_QUEUE_URL: text },
  /** Puts events that cannot be read where an operator finds them. */
  keepDeadLetters: { DEAD_LETTERS_QUEUE_URL: text },
} as const satisfies Record<string, Record<string, z.ZodType<string>>>;
export type Ability = keyof typeof abilities;

/** LogReaders of domain/people/authorisation.ts, which a declaration cannot import. */
export const logReaders = z.enum(['everybody', 'administrators']);

/** Everything that one function uses of its stage: its environment, the schema of that and its policy follow from it. */
export type Uses = {
  tables?: Partial<Record<TableName, Access>>;
  /** Tables from which it deletes items. */
  deletes?: readonly TableName[];
  /** Tables with items that a transaction of it only compares. */
  checks?: readonly TableName[];
  /** Tables that it reads as a whole. */
  scans?: readonly TableName[];
  /** Tables that it writes in batches of PartiQL statements, each on its own condition. */
  statements?: readonly TableName[];
  /** Keys of the content bucket, with `*` at their end. */
  content?: {
    read?: readonly string[];
    readWrite?: readonly string[];
    put?: readonly string[];
    /** Lets others put parts there, and puts them together. */
    upload?: readonly string[];
  };
  may?: readonly Ability[];
  /** Environment variables that hold a setting of the stage. */
  settings?: Record<string, z.ZodType>;
};

type All<Union> = (Union extends unknown ? (each: Union) => void : never) extends (all: infer Each) => void
  ? Each
  : never;

type TableVariables<U> = U extends { tables: infer T }
  ? { [Name in keyof T & string as `${Uppercase<Name>}_TABLE`]: z.ZodString }
  : unknown;
type ContentVariables<U> = U extends { content: object } ? { CONTENT_BUCKET: z.ZodString } : unknown;
type AbilityVariables<U> = U extends { may: readonly (infer A extends Ability)[] }
  ? All<(typeof abilities)[A]>
  : unknown;
type SettingVariables<U> = U extends { settings: infer S } ? S : unknown;

/** The environment of a function that uses this, as a schema's shape: a variable that it did not declare is not in it. */
type Variables<U extends Uses> = TableVariables<U> & ContentVariables<U> & AbilityVariables<U> & SettingVariables<U>;

/** The environment as the handler reads it. */
export type EnvironmentOf<U extends Uses> = {
  [Name in keyof Variables<U>]: Variables<U>[Name] extends z.ZodType ? z.output<Variables<U>[Name]> : never;
};

/** Names of the settings that the stage gives a function of its own. */
export type SettingsOf<U extends Uses> = U extends { settings: infer S } ? { [Name in keyof S]: string } : unknown;

export const declare = <const U extends Uses>(uses: U): U => uses;

export const tableVariable = (name: string): string => `${name.toUpperCase()}_TABLE`;

/** The schema of the environment of a function. */
export function environmentSchema<const U extends Uses>(uses: U): z.ZodType<EnvironmentOf<U>>;
export function environmentSchema({ tables = {}, content, may = [], settings = {} }: Uses): z.ZodType {
  return z.object({
    ...Object.fromEntries(Object.keys(tables).map((name) => [tableVariable(name), text])),
    ...(content && { CONTENT_BUCKET: text }),
    ...Object.fromEntries(may.flatMap((ability) => Object.entries<z.ZodType<string>>(abilities[ability]))),
    ...settings,
  });
}
