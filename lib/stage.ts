import { readFileSync } from 'node:fs';
import { RemovalPolicy } from 'aws-cdk-lib';
import * as z from 'zod';
import { SignUpRules } from '../domain/audience/sign-up-rules.ts';
import { CheckLimits } from '../domain/model/check-limits.ts';
import { Policy, StagePolicy } from '../domain/model/policy.ts';
import { LogReaders } from '../domain/people/authorisation.ts';
import { ProofRules } from '../domain/model/proof-rules.ts';
import { Topics } from '../domain/model/topics.ts';
import { MAX_DESTINATIONS } from '../domain/send/group-size.ts';
import { jsonOf } from '../domain/values/json-of.ts';
import {
  isOnThisMachine,
  LONGEST_PASSKEY_HOST,
  passkeyHostOf,
  SignIn,
  signInRulesOf,
} from './people/sign-in-fields.ts';
import {
  Account,
  CertificateArn,
  LocalEndpoint,
  MailAddress,
  refusedOrigin,
  Region,
  StageName,
} from './stage-fields.ts';
import { longerThanLambdaTakes, type LongSetting } from './variables-limit.ts';

const Reserved = z.int().min(1).max(500);

/** Everything in which one deployment differs from another. What is not here is the same everywhere. */
const Settings = z.object({
  name: StageName,
  account: Account,
  region: Region,
  /**
   * Origin of the console; the public API is below its /api. Links, the way back from signing in and the address that
   * the browser itself tells begin with it, so it is written as a browser does.
   */
  consoleUrl: z.string(),
  /**
   * Certificate in us-east-1 for the host of `consoleUrl`. Without it the console is on the distribution's own
   * domain, which the first deployment prints: enter it as `consoleUrl` and deploy again.
   */
  certificateArn: CertificateArn.optional(),
  /** Approval mails come from here; must belong to a verified identity. */
  approvalSender: MailAddress,
  /** The address that alarms are mailed to; none: alarms only show in CloudWatch. */
  alarmEmail: MailAddress.optional(),
  /** Seconds until an unanswered confirmation expires. */
  confirmationTimeoutSeconds: z
    .int()
    .min(60)
    .max(30 * 24 * 3600),
  /** How runs of this stage are confirmed (domain/model/policy.ts); a campaign can tighten it. */
  confirmation: StagePolicy.prefault({}),
  /** From where on checks of a preparation warn (domain/model/check-limits.ts); a campaign can tighten them. */
  checkLimits: CheckLimits.prefault({}),
  /** Who gets proofs besides the people of the user pool, and how many go out (domain/model/proof-rules.ts). */
  proofs: ProofRules.prefault({}),
  /** How people sign in. */
  signIn: SignIn.prefault({}),
  /** Who sees the logs that list addresses: the sending log, the exclusion log and the tracking log. */
  logs: LogReaders.default('everybody'),
  /** What people subscribe to (domain/model/topics.ts); a campaign may be about one of them. */
  topics: Topics.default([]),
  /**
   * Are opens and clicks of those tracked who never said whether they may be? Who refused is never tracked, who
   * consented always.
   */
  trackUnknown: z.boolean().default(true),
  /** How people sign up by themselves (domain/audience/sign-up-rules.ts). Absent: nobody can. */
  signUp: SignUpRules.optional(),
  /** Share of the account's rate that runs leave to other senders. */
  rateReservePercent: z.int().min(0).max(90),
  /** Recipients in one call to SES, at most. Fewer: a crash leaves fewer messages unknown, and each costs more calls. */
  destinationsPerCall: z.int().min(1).max(MAX_DESTINATIONS).default(MAX_DESTINATIONS),
  /**
   * How long SES tries to deliver a message that it took: an option of the configuration set, and of no single message
   * (https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_DeliveryOptions.html, MaxDeliverySeconds).
   */
  maxDeliveryMinutes: z.int().min(5).max(840).optional(),
  /**
   * A run pauses by itself at these shares of hard bounces and complaints among the messages of which something
   * was heard, once those are `minimum`. The defaults are where SES pauses an account.
   */
  brake: z
    .object({
      bouncePercent: z.number().positive().max(100).default(10),
      complaintPercent: z.number().positive().max(100).default(0.5),
      minimum: z.int().min(1).default(500),
    })
    .prefault({}),
  /** Send Lambdas at work at once in one run, at most: the account's rate says how many (domain/send/workers.ts). */
  sendConcurrency: z.int().min(1).max(1000),
  /**
   * Lambdas that are kept free of the account's for confirming, unsubscribing and signing up, whatever else runs there; each is
   * the most at once too. None: all share one pool. A new account has too few to set any apart.
   */
  reservedConcurrency: z.object({ confirm: Reserved, unsubscribe: Reserved, signUp: Reserved.optional() }).optional(),
  /**
   * Days after a preparation for which what it froze of people is kept: addresses, attributes, who was left out.
   * Logs, previews, histories of people and a resend need it; figures and the ledger do not.
   */
  audienceDays: z.int().min(60).max(3650).default(180),
  /** When what is kept of single messages and files ends (docs/retention.md). */
  retention: z
    .object({
      /**
       * Days after a run's planned start, or its preparation, for which its message rows are kept: the ledger and the
       * events of each message. Absent: 400, or `audienceDays` if that is more.
       */
      messagesDays: z.int().min(60).max(3650).optional(),
      /** Days for which an import's rows, report and rejected rows are kept, and its line in the list of imports. */
      importsDays: z.int().min(7).max(365).default(30),
      /** Days for which events of no message and bounced mails of ours are kept. */
      eventsDays: z.int().min(7).max(3650).default(90),
    })
    .prefault({}),
  retainData: z.boolean(),
  /**
   * Set for the local stage only, and the one place that says what a local AWS emulator lacks: the console is
   * served by the local runner instead of CloudFront, a Map has as many workers as the stage allows, timers of series delete themselves, alarms have nobody to wake, there is no dashboard of
   * metrics to look at, and the Lambdas talk to these endpoints.
   */
  local: z.object({ awsEndpoint: LocalEndpoint, sesEndpoint: LocalEndpoint }).optional(),
});
/** What reads rows or rows of a file reads people too; and who erases somebody is told the day by which nothing holds them. */
const refuseRetention = ({ audienceDays, retention }: z.infer<typeof Settings>, context: z.RefinementCtx): void => {
  const say = (field: keyof typeof retention, message: string): void =>
    context.addIssue({ code: 'custom', path: ['retention', field], message });
  const { messagesDays, importsDays } = retention;
  if (messagesDays !== undefined && messagesDays < audienceDays)
    say('messagesDays', `is at least audienceDays, ${audienceDays}: message rows outlive the people that they are of`);
  if (importsDays > audienceDays)
    say(
      'importsDays',
      `is at most audienceDays, ${audienceDays}: who is erased is told that no file holds them longer`,
    );
};

/** Why people cannot sign in so where the stage is; undefined: they can. */
const refusedSignIn = ({ federation, passkeys }: SignIn, isLocal: boolean): string | undefined => {
  if (isLocal)
    return passkeys || federation.some(({ kind }) => kind === 'saml')
      ? 'has passkeys or SAML, which a local AWS does not have'
      : undefined;
  return federation.some((provider) => provider.kind === 'oidc' && isOnThisMachine(provider.issuer))
    ? 'has an issuer on this machine, which is for a local AWS: write the https address of the provider'
    : undefined;
};

/** Settings as the functions have them in a variable. */
const longValuesOf = (settings: z.infer<typeof Settings>): Record<LongSetting, string> => ({
  topics: JSON.stringify(settings.topics),
  proofs: JSON.stringify(settings.proofs),
  confirmation: JSON.stringify({ ...settings.confirmation, deadlineSeconds: settings.confirmationTimeoutSeconds }),
  signIn: JSON.stringify(signInRulesOf(settings)),
  checkLimits: JSON.stringify(settings.checkLimits),
  signUp: JSON.stringify(settings.signUp ?? null),
});

/** What no field can tell alone. */
export const StageSettings = Settings.superRefine((settings, context) => {
  const { account, consoleUrl, certificateArn, signIn, local } = settings;
  const say = (field: keyof typeof Settings.shape, message: string | undefined): void => {
    if (message !== undefined) context.addIssue({ code: 'custom', path: [field], message });
  };
  const isLocal = local !== undefined;
  const refused = refusedOrigin(consoleUrl, { isLocal });
  say('consoleUrl', refused);
  say('signIn', refusedSignIn(signIn, isLocal));
  refuseRetention(settings, context);
  const long = longerThanLambdaTakes(longValuesOf(settings));
  if (long !== undefined) say(long.field, long.message);
  if (isLocal) return;
  const tooLong = passkeyHostOf(settings).length - LONGEST_PASSKEY_HOST;
  if (signIn.passkeys && tooLong > 0)
    say('name', `is ${tooLong} letters too long for passkeys, which belong to the host ${passkeyHostOf(settings)}`);
  if (/^0+$/.test(account)) say('account', 'is the account of a local AWS');
  if (certificateArn === undefined || refused !== undefined) return;
  if (certificateArn.split(':')[4] !== account)
    say('certificateArn', 'is of another account, whose certificates CloudFront does not take');
  if (new URL(consoleUrl).hostname.endsWith('.cloudfront.net'))
    say(
      'certificateArn',
      'is for a host name of your own, and consoleUrl is one of CloudFront, which has its certificate',
    );
});
export type StageSettings = z.infer<typeof StageSettings>;

/** The stage's policy as its Lambdas read it. */
export const policyJson = ({ confirmation, confirmationTimeoutSeconds }: StageSettings): string =>
  JSON.stringify(Policy.parse({ ...confirmation, deadlineSeconds: confirmationTimeoutSeconds }));

export const removalPolicy = (stage: StageSettings): RemovalPolicy =>
  stage.retainData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;

/**
 * How a bucket ends with its stack: kept, or emptied first, because S3 deletes none that holds something. The emulator
 * forgets its state as a whole and has no provider that would empty a bucket.
 */
export const bucketRemoval = (stage: StageSettings): { removalPolicy: RemovalPolicy; autoDeleteObjects: boolean } => ({
  removalPolicy: removalPolicy(stage),
  autoDeleteObjects: !stage.retainData && stage.local === undefined,
});

type Place = readonly PropertyKey[];
type Fault = { path: Place; message: string };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const valueAt = (settings: unknown, path: Place): unknown =>
  path.reduce<unknown>((value, key) => (isObject(value) ? value[String(key)] : undefined), settings);

/** Settings that nothing reads: a field that is misspelt would count as not given. */
const unread = (given: unknown, taken: unknown, path: Place = []): Fault[] => {
  if (!isObject(given) || !isObject(taken) || Array.isArray(given)) return [];
  return Object.entries(given).flatMap(([key, value]) =>
    Object.hasOwn(taken, key)
      ? unread(value, taken[key], [...path, key])
      : [{ path: [...path, key], message: 'is no setting that Freigabe knows: look at its spelling, or leave it out' }],
  );
};

const SHOWN = 120;

const said = (settings: unknown, { path, message }: Fault): string => {
  const value = valueAt(settings, path);
  const name = path.join('.');
  if (value === undefined) return `${name}: is missing`;
  return `${name === '' ? 'the file' : name}: ${message} (given: ${JSON.stringify(value).slice(0, SHOWN)})`;
};

/** @throws Error in one line with each wrong setting, its value and how to give it */
export const readStage = (settings: unknown): StageSettings => {
  const parsed = StageSettings.safeParse(settings);
  const faults: Fault[] = parsed.success ? unread(settings, parsed.data) : parsed.error.issues;
  if (parsed.success && faults.length === 0) return parsed.data;
  const wrong = faults.map((fault) => said(settings, fault)).join('; ');
  throw new Error(`stage settings: ${wrong}. Give them in stages/<name>.json (see docs/deploy.md).`);
};

/** @throws Error in one line: the file cannot be read, is no JSON, or says something wrong */
export const readStageFile = (file: string): StageSettings => {
  // Some editors put a mark before the text, which JSON does not know (RFC 8259 §8.1 lets it be ignored).
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  const settings = jsonOf(text);
  if (settings === undefined)
    throw new Error(`stage settings: ${file} is no JSON: look for a comma, a quote or a comment (see docs/deploy.md).`);
  return readStage(settings);
};
