import type { ConsentWords } from './consent-words-of-a-language.ts';

/** Names of columns and states as programs call them, and codes of theirs. */
export const programs: ConsentWords = {
  leftColumns: `hasoptedoutofemail has_opted_out_of_email hs_email_optout email_opt_out email_optout emailoptout email_opted_out
    unsubscribed_from_all_email unsubscribed_from_all_emails portal_unsubscribe unsub_time leave_time
    emailblacklisted email_blacklisted blacklisted is_blacklisted blocklisted is_blocklisted deactivated`,
  left: 'blocklisted blacklisted',
  away: 'cleaned do_not_email do_not_mail do_not_contact do_not_send do_not_allow nok',
  leaving: ['clean_time', 'robinson'],
  leavingCells: ['(^|_)(uns|unsub|optout|oo)$'],
};
