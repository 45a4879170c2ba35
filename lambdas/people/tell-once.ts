import type { MailKind } from '../../domain/people/mail-choice.ts';
import type { Person } from '../../domain/people/people.ts';
import type { MailChoices } from '../../domain/people/ports/mail-choices.ts';
import type { Notices, Telling } from '../../domain/people/ports/notices.ts';
import { NotMailed, type SingleMail, type SingleMailer } from '../../domain/ports/single-mailer.ts';

export type TellOncePorts = {
  notices: Pick<Notices, 'claim' | 'release'>;
  mailer: SingleMailer;
  /** Reports what could not be told, without an address. */
  report: (surprise: unknown) => void;
};

/** Older than this it is no news: what happened before this was deployed, or in a time without mail. */
export const NEWS_MS = 2 * 86_400_000;

/** For a mail that is claimed and on its way: one that this function's end cut off would be lost. */
export const RESERVE_MS = 10_000;

/** SES takes no more for now. */
const isLater = (error: unknown): boolean => error instanceof NotMailed && error.why !== 'mail';

type Event = Omit<Telling, 'sub'>;

/**
 * Mails an event to a person, unless they were told. The claim comes first: a mail that is lost in a crash is better than
 * one that comes every minute. False: SES takes no more for now.
 */
export const tellOnce = async (
  ports: TellOncePorts,
  event: Event,
  to: Person,
  mailTo: (to: Person) => SingleMail,
): Promise<boolean> => {
  const telling = { ...event, sub: to.sub };
  if (!(await ports.notices.claim(telling))) return true;
  try {
    await ports.mailer.send(mailTo(to));
    return true;
  } catch (error) {
    ports.report(error);
    if (!isLater(error)) return true;
    await ports.notices.release(telling);
    return false;
  }
};

export type TellWantedPorts = TellOncePorts & { choices: Pick<MailChoices, 'offOf'> };

/** The same of a kind of mail that people may do without. */
export const tellWanted = async (
  ports: TellWantedPorts,
  { kind, ...event }: Event & { kind: MailKind },
  to: Person,
  mailTo: (to: Person) => SingleMail,
): Promise<boolean> => ((await ports.choices.offOf(to.sub)).includes(kind) ? true : tellOnce(ports, event, to, mailTo));
