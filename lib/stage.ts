import { RemovalPolicy } from 'aws-cdk-lib';
import * as z from 'zod';
import { CheckLimits } from '../domain/model/check-limits.ts';
import { Policy, StagePolicy } from '../domain/model/policy.ts';
import { ProofRules } from '../domain/model/proof-rules.ts';
import { Topics } from '../domain/model/topics.ts';
import { MAX_DESTINATIONS } from '../domain/send/group-size.ts';

/** The origin as a browser writes it (RFC 6454), or undefined for what is no URL. */
const originOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).origin : undefined);

const isOwnMachine = (origin: string): boolean => /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/.test(origin);

/** Cognito keeps these from the host of the sign-in pages, which the name is part of. */
const reserved = /aws|amazon|cognito/;

/** Everything in which one deployment differs from another. What is not here is the same everywhere. */
const Settings = z.object({
  /** Part of every name, so that two stages can share an account. */
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,15}$/, 'takes 1 to 16 small letters, digits and hyphens, a letter first')
    .refine((name) => !reserved.test(name), 'cannot contain aws, amazon or cognito, which Amazon Cognito reserves'),
  account: z.string().regex(/^\d{12}$/, 'takes the twelve digits of an AWS account'),
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'takes the code of a region, such as eu-central-1'),
  /**
   * Origin of the console; the public API is below its /api. Links, the way back from signing in and the address that
   * the browser itself tells begin with it, so it is written as a browser does.
   */
  consoleUrl: z.string(),
  /**
   * Certificate in us-east-1 for the host of `consoleUrl`. Without it the console is on the distribution's own
   * domain, which the first deployment prints: enter it as `consoleUrl` and deploy again.
   */
  certificateArn: z.string().startsWith('arn:aws:acm:us-east-1:').optional(),
  /** Approval mails come from here; must belong to a verified identity. */
  approvalSender: z.email(),
  /** The address that alarms are mailed to; none: alarms only show in CloudWatch. */
  alarmEmail: z.email().optional(),
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
  /** What people subscribe to (domain/model/topics.ts); a campaign may be about one of them. */
  topics: Topics.default([]),
  /** Share of the account's rate that runs leave to other senders. */
  rateReservePercent: z.int().min(0).max(90),
  /** Recipients in one call to SES, at most. Fewer: a crash leaves fewer messages unknown, and each costs more calls. */
  destinationsPerCall: z.int().min(1).max(MAX_DESTINATIONS).default(MAX_DESTINATIONS),
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
   * Days after a preparation for which what it froze of people is kept: addresses, attributes, who was left out.
   * Logs, previews, histories of people and a resend need it; figures and the ledger do not.
   */
  audienceDays: z.int().min(60).max(3650).default(180),
  retainData: z.boolean(),
  /**
   * Set for the local stage only, and the one place that says what a local AWS emulator lacks: the console is
   * served by the local runner instead of CloudFront, a Map has as many workers as the stage allows, alarms have nobody to wake, there is no dashboard of
   * metrics to look at, and the Lambdas talk to these endpoints.
   */
  local: z.object({ awsEndpoint: z.url(), sesEndpoint: z.url() }).optional(),
});
/** What no field can tell alone. */
export const StageSettings = Settings.superRefine(({ consoleUrl, region, local }, context) => {
  const origin = originOf(consoleUrl);
  const isOrigin = origin === consoleUrl && (consoleUrl.startsWith('https://') || (local && isOwnMachine(consoleUrl)));
  if (!isOrigin) {
    const meant = origin?.startsWith('https://') === true && origin !== consoleUrl ? ` Write ${origin}` : '';
    const message = `must be an https origin such as https://freigabe.example.com, in small letters, without a path, a query or a slash at the end.${meant}`;
    context.addIssue({ code: 'custom', path: ['consoleUrl'], message });
  }
  if (/^(us-gov|us-iso|cn)/.test(region))
    context.addIssue({ code: 'custom', path: ['region'], message: 'has no CloudFront, which serves the console' });
});
export type StageSettings = z.infer<typeof StageSettings>;

/** Regions that every account has; each later one has to be opted into (AWS account management, "Enable or disable Regions"). */
const REGIONS_OF_ALL = [
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
];

/** CloudFront delivers standard logs (legacy) to no bucket in a region that is opted into, and refuses such a distribution. */
export const deliversAccessLogs = ({ region }: StageSettings): boolean => REGIONS_OF_ALL.includes(region);

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

/** @throws Error in one line per wrong setting, with how to give it */
export const readStage = (settings: unknown): StageSettings => {
  const parsed = StageSettings.safeParse(settings);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new Error(`stage settings: ${wrong}. Give them in stages/<name>.json (see docs/deploy.md).`);
};
