import type { SingleMail } from '../ports/single-mailer.ts';
import { noticeMail } from './notice-mail.ts';
import type { Person, Role } from './people.ts';

/** As the console calls the roles. */
const roleNames: Record<Person['language'], Record<Role, string>> = {
  en: {
    'prepare-deliveries': 'Prepare deliveries',
    'start-deliveries': 'Start deliveries',
    administration: 'Administration',
  },
  de: {
    'prepare-deliveries': 'Sendungen vorbereiten',
    'start-deliveries': 'Sendungen starten',
    administration: 'Administration',
  },
};

/** Cognito's own default; after it a first password is taken no more (TemporaryPasswordValidityDays). */
const DAYS = '7';

const words = {
  en: {
    title: 'Your access to Freigabe',
    greeting:
      'Good day {{ name }}, {{ who }} invites you to Freigabe, where e-mail campaigns are prepared and confirmed. Your role: {{ roles }}. Your first password:',
    next: 'Sign in with the address that this mail went to. You are asked for a password of your own then; the first one works for {{ days }} days. If you expected no invitation, leave this mail alone.',
    open: 'Sign in',
  },
  de: {
    title: 'Ihr Zugang zu Freigabe',
    greeting:
      'Guten Tag {{ name }}, {{ who }} lädt Sie zu Freigabe ein; dort werden E-Mail-Versände vorbereitet und bestätigt. Ihre Rolle: {{ roles }}. Ihr erstes Passwort:',
    next: 'Melden Sie sich mit der Adresse an, an die diese Mail ging. Dabei wählen Sie ein eigenes Passwort; das erste gilt {{ days }} Tage. Wenn Sie keine Einladung erwarten, lassen Sie diese Mail unbeachtet.',
    open: 'Anmelden',
  },
};

/** The mail with the first password, which has to be replaced at the first sign-in. */
export const invitationMail = (asked: {
  to: { address: string; name: string; language: Person['language']; groups: readonly Role[] };
  by: string;
  password: string;
  consoleUrl: string;
  from: string;
}): SingleMail => {
  const { to, by, password, consoleUrl, from } = asked;
  const roles = new Intl.ListFormat(to.language).format(to.groups.map((role) => roleNames[to.language][role])) || '–';
  return noticeMail(
    { email: to.address, name: to.name, language: to.language },
    {
      words: words[to.language],
      facts: { who: by, roles, days: DAYS },
      quoted: [password],
      tone: 'calm',
      link: consoleUrl,
    },
    { from },
  );
};
