import { messagesDaysOf } from '../../domain/model/row-life.ts';
import { bad, good, note, type Facts, type Finding } from './facts.ts';
import { whenAsked } from './judge-sender.ts';

/**
 * "No permissions are required to perform this operation" (https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html):
 * who gets no answer is not signed in, and nothing else was asked either.
 */
const judgeCaller = ({ caller, stage: { account, region } }: Facts): Finding[] => {
  const what = 'account';
  if ('failed' in caller)
    return bad(
      what,
      `nobody is signed in to it: ${caller.failed}`,
      `Sign in to ${account}; for the local stage: npm start.`,
    );
  const { answer: is } = caller;
  if (is === account) return good(what, `${account} in ${region}`);
  const says = `the credentials are of ${is}, the stage is for ${account}`;
  return bad(what, says, 'Sign in to that account, or correct "account" in the stage file.');
};

/** Templates of this CDK ask for this version of the bootstrap stack (aws-cdk-lib, DefaultStackSynthesizer). */
const BOOTSTRAP = 6;

const judgeBootstrap = ({ bootstrap, stage: { account, region } }: Facts): Finding[] =>
  whenAsked('bootstrap', bootstrap, (version) => {
    if (version !== undefined && version >= BOOTSTRAP) return good('bootstrap', `version ${version}`);
    const says = version === undefined ? 'the CDK is not bootstrapped here' : `version ${version} is too old`;
    return bad('bootstrap', says, `npx cdk bootstrap aws://${account}/${region}`);
  });

/** A certificate names hosts, perhaps with `*` for one label. */
const covers = (names: string[], host: string): boolean =>
  names.some((name) => name === host || (name.startsWith('*.') && host.slice(host.indexOf('.')) === name.slice(1)));

const CONSOLE = 'console';

const judgeOwnDomain = (host: string): Finding[] =>
  host.endsWith('.cloudfront.net')
    ? good(CONSOLE, `is on CloudFront's own domain ${host}`)
    : note(
        CONSOLE,
        `${host} has no certificate: signing in works once "consoleUrl" is the domain that the deployment prints`,
        'Deploy, enter ConsoleDomain as "consoleUrl", deploy again; or give a certificate in us-east-1.',
      );

const judgeCertificate = ({ certificate }: Facts, host: string): Finding[] =>
  whenAsked(CONSOLE, certificate, (known) => {
    const ask = 'AWS Certificate Manager in us-east-1: request one that names this host, and enter its ARN.';
    if (!known) return bad(CONSOLE, 'the certificate does not exist in this account', ask);
    const { status, names } = known;
    if (status !== 'ISSUED')
      return bad(
        CONSOLE,
        `the certificate is ${status}`,
        'Publish its validation record, and wait until it is issued.',
      );
    if (covers(names, host)) return good(CONSOLE, `the certificate covers ${host}`);
    return bad(CONSOLE, `the certificate is for ${names.join(', ')} and not for ${host}`, ask);
  });

const judgeConsole = (facts: Facts): Finding[] => {
  const { certificateArn, consoleUrl, local } = facts.stage;
  if (local) return good(CONSOLE, 'is served by the local runner');
  const { hostname } = new URL(consoleUrl);
  return certificateArn === undefined ? judgeOwnDomain(hostname) : judgeCertificate(facts, hostname);
};

/** Left for the API, events and figures when every send Lambda is at work. */
const BESIDE_SENDING = 30;

/** Lambda reserves nothing of these (https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html). */
const ALWAYS_SHARED = 100;

/** What is left to share once the stage keeps what it is to keep, in place of what it keeps now. */
const judgeConcurrency = ({ concurrency, stage: { sendConcurrency, reservedConcurrency } }: Facts): Finding[] =>
  whenAsked('Lambda concurrency', concurrency, ({ limit, unreserved, own }) => {
    const what = 'Lambda concurrency';
    const { confirm = 0, unsubscribe = 0, signUp = 0 } = reservedConcurrency ?? {};
    const shared = unreserved + own - confirm - unsubscribe - signUp;
    const says = `${shared} of ${limit} are free to share, of which one run may take ${sendConcurrency}`;
    const ask = 'Service Quotas, "AWS Lambda", "Concurrent executions": ask for 1,000';
    if (reservedConcurrency && shared < ALWAYS_SHARED)
      return bad(
        what,
        `${says}: Lambda wants at least ${ALWAYS_SHARED}`,
        `${ask}; or set "reservedConcurrency" lower.`,
      );
    if (shared >= sendConcurrency + BESIDE_SENDING) return good(what, says);
    const fitting = Math.max(1, shared - BESIDE_SENDING);
    const mend = `${ask}; or set "sendConcurrency" to at most ${fitting}.`;
    return bad(what, `${says}: confirming and unsubscribing would be throttled`, mend);
  });

/** What a stack must not be in when it is to be deployed. */
const stuck = /_FAILED$|^ROLLBACK_COMPLETE$|_IN_PROGRESS$/;

const mendOf = (stack: string, status: string): string =>
  status.endsWith('_IN_PROGRESS')
    ? 'Wait until it has ended.'
    : `Look at its events. One that never came to be is deleted first: aws cloudformation delete-stack --stack-name ${stack}`;

const judgeStacks = ({ stacks, stage: { name } }: Facts): Finding[] =>
  whenAsked('stacks', stacks, (known) => {
    const all = Object.entries(known);
    const wrong = all.filter(([, status]) => stuck.test(status));
    if (wrong.length > 0)
      return wrong.flatMap(([stack, status]) => bad('stacks', `${stack} is ${status}`, mendOf(stack, status)));
    return good('stacks', all.length > 0 ? `${name} is deployed: this will be an update` : `${name} is new here`);
  });

/** The sign-in pages belong to the data stack, everything else that has a name to the app stack. */
const ownerOf = (named: string): string => (named.startsWith('sign-in') ? '-data' : '-app');

/** CloudFormation makes no second resource of a name. */
const judgeNames = ({ names, stacks, stage: { name } }: Facts): Finding[] =>
  whenAsked('names', names, (taken) =>
    whenAsked('names', stacks, (known) => {
      const deployed = Object.keys(known);
      const inTheWay = taken.filter((each) => !deployed.some((stack) => stack.endsWith(ownerOf(each))));
      if (inTheWay.length === 0) return good('names', `those of ${name} are free, or its own`);
      const says = `taken already, and not by stacks of ${name}: ${inTheWay.join(', ')}`;
      return bad('names', says, 'Choose another "name", or delete what an earlier deployment left.');
    }),
  );

/** When what is kept of people ends, as the settings come to be together: nothing asks whether that is what somebody wanted. */
const judgeRetention = ({ stage: { audienceDays, retention } }: Facts): Finding[] => {
  const { messagesDays, importsDays, eventsDays } = retention;
  const rows = messagesDaysOf(messagesDays, audienceDays);
  return good(
    'retention',
    `people of a run end after ${audienceDays} days, message rows after ${rows}, files of imports after ${importsDays}, events of no message after ${eventsDays}; figures, opt-outs and profiles stay`,
  );
};

/** Whether CloudFormation could deploy the stage. */
export const judgeDeployment = (facts: Facts): Finding[] => [
  ...judgeCaller(facts),
  ...judgeBootstrap(facts),
  ...judgeStacks(facts),
  ...judgeNames(facts),
  ...judgeConsole(facts),
  ...judgeConcurrency(facts),
  ...judgeRetention(facts),
];
