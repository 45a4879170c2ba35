import { signUpMail } from '../../domain/audience/sign-up-mail.ts';
import { signUpPage, signUpPath, type SignUpView } from '../../domain/audience/sign-up-page.ts';
import type { SignUps } from '../../domain/audience/ports/sign-ups.ts';
import type { signUpRoutes } from '../../domain/audience/sign-up-routes.ts';
import { LINK_DAYS, PER_MONTH, PER_NETWORK, type SignUpRules } from '../../domain/audience/sign-up-rules.ts';
import {
  callerOf,
  ipHashOf,
  mailboxOf,
  networkOf,
  topicsIn,
  trackedIn,
  type PendingSignUp,
  type SignUpForm,
} from '../../domain/audience/sign-up.ts';
import type { Language } from '../../domain/audience/unsubscribe-words.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { addressKey, isAddress, isInternationalLocalPart, sesAddress } from '../../domain/model/address.ts';
import type { Topics } from '../../domain/model/topics.ts';
import type { Sign } from '../../domain/model/unsubscribe-token.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import { NotMailed, type SingleMailer } from '../../domain/ports/single-mailer.ts';

export type SignUpPorts = {
  signUps: SignUps;
  profiles: Pick<Profiles, 'isOnSuppressionList' | 'addressStatus'>;
  mailer: SingleMailer;
  signer: () => Promise<Sign>;
  clock: Clock;
  rules: SignUpRules;
  topics: Topics;
  consoleUrl: string;
  report: (what: string) => void;
};

const DAY_MS = 86_400_000;

const languageIn = ({ language }: SignUpForm): Language => (language === 'de' ? 'de' : 'en');

const viewOf = ({ rules, topics }: SignUpPorts, state: SignUpView['state'], language: Language): SignUpView => ({
  state,
  language,
  rules,
  topics,
});

/** GET /subscribe */
export const showSignUp =
  (ports: SignUpPorts): HttpHandler<typeof signUpRoutes.showSignUp | typeof signUpRoutes.headSignUp> =>
  async ({ query: { language } }) =>
    signUpPage(viewOf(ports, 'form', language));

/** An address that the organisation never writes to gets nothing, nor does one in quarantine: letting it out is another act. */
const mayBeWritten = async ({ profiles }: SignUpPorts, key: string): Promise<boolean> => {
  const [isSuppressed, status] = await Promise.all([profiles.isOnSuppressionList(key), profiles.addressStatus(key)]);
  return !isSuppressed && status?.quarantine === undefined;
};

type Asked = { form: SignUpForm; key: string; chain: string };

const pendingOf = async (ports: SignUpPorts, { form, chain }: Asked, now: number): Promise<PendingSignUp> => {
  const sign = await ports.signer();
  const language = languageIn(form);
  const topics = topicsIn(
    form,
    ports.topics.map(({ id }) => id),
  );
  return {
    address: form.email.trim().normalize('NFC'),
    topics,
    shown: ports.topics.filter(({ id }) => topics.includes(id)),
    isTracked: form.tracking === 'yes',
    trackedTopics: trackedIn(form, topics),
    language,
    requestedAt: new Date(now).toISOString(),
    expiresAt: new Date(now + LINK_DAYS * DAY_MS).toISOString(),
    ipHash: ipHashOf(sign, chain),
    text: ports.rules.consent[language],
  };
};

/** A mail that certainly did not go out leaves the address its mail of the day. */
const mailLink = async (ports: SignUpPorts, asked: Asked, at: string): Promise<void> => {
  const pending = await pendingOf(ports, asked, Date.parse(at));
  const token = await ports.signUps.keep(pending);
  const link = `${ports.consoleUrl}${signUpPath}/${token}`;
  const { sender } = ports.rules;
  try {
    await ports.mailer.send(signUpMail(sesAddress(pending.address), { sender, link, language: pending.language }));
  } catch (error) {
    if (!(error instanceof NotMailed)) throw error;
    ports.report(`a sign-up was not mailed: ${error.why}`);
    if (error.why !== 'mail') await ports.signUps.giveBack(mailboxOf(asked.key), at);
  }
};

const ask = async (ports: SignUpPorts, asked: Asked): Promise<void> => {
  const { signUps, rules } = ports;
  const at = new Date(ports.clock()).toISOString();
  const sign = await ports.signer();
  if (!(await signUps.countNetwork(sign(`network ${networkOf(callerOf(asked.chain))}`), at, PER_NETWORK))) return;
  if (!(await mayBeWritten(ports, asked.key))) return;
  const most = { inMonth: PER_MONTH, inHour: rules.perHour };
  if (await signUps.countMail(mailboxOf(asked.key), at, most)) await mailLink(ports, asked, at);
};

const isWritable = (email: string): boolean => isAddress(email) && !isInternationalLocalPart(email);

/** POST /subscribe: says the same of an address that is known, unknown, opted out, suppressed, or had its mail. */
export const signUp =
  (ports: SignUpPorts): HttpHandler<typeof signUpRoutes.signUp> =>
  async ({ body: form, origin }) => {
    const language = languageIn(form);
    const email = form.email.trim();
    const lacking = (state: SignUpView['state']) => signUpPage({ ...viewOf(ports, state, language), filled: form });
    if (!isWritable(email)) return lacking('wrongAddress');
    const isChosen =
      ports.topics.length === 0 ||
      topicsIn(
        form,
        ports.topics.map(({ id }) => id),
      ).length > 0;
    if (!isChosen) return lacking('noTopic');
    if (form.consent !== 'yes') return lacking('noConsent');
    if ((form.website ?? '') === '') await ask(ports, { form, key: addressKey(email), chain: origin.ip });
    return signUpPage(viewOf(ports, 'asked', language));
  };
