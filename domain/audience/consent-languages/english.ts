import type { ConsentWords } from './consent-words-of-a-language.ts';

export const english: ConsentWords = {
  leftColumns: `opted_out unsubscribed optout opt_out optedout unsubscribe unsubscribe_time unsubscribe_date unsubscribed_at
    unsubscribed_on unsubscribed_date unsubscription_date opt_out_time opt_out_date optout_date opted_out_at
    opted_out_on is_unsubscribed`,
  left: 'unsubscribed unsubscribe unsub opted_out opt_out optedout optout',
  stayed: 'subscribed opted_in',
  well: 'active enabled confirmed ok valid allow allowed send given granted accepted agreed',
  away: `bounced bounce hard_bounce hard_bounced soft_bounced undeliverable disabled inactive blocked complained
    complaint spam pending unconfirmed nonsubscribed non_subscribed not_subscribed never_subscribed archived
    deleted removed suppressed invalid held on_hold not_allowed revoked withdrawn declined denied refused not_ok
    junk abused unreachable`,
  ordinary: `new existing open closed won lost paid unpaid shipped delivered returned customer customers client clients
    prospect prospects lead leads member members guest guests qualified unqualified contacted working nurturing
    converted gold silver bronze platinum basic free pro premium plus standard single married divorced widowed
    employed unemployed retired student students teacher staff volunteer donor alumni partner partners supplier
    vendor friend friends vip trial attended attending draft done planned processing completed in_progress
    regular junior senior full_time part_time public private yes_and_no`,
  leaving: [
    'opt(ed)?_?out',
    'unsub',
    'remove_me',
    '(^|_)removed(_|$)',
    'suppress',
    '(black|block|deny)_?list',
    'bounce',
    'cleaned',
    'complain',
    '(^|_)blocked(_|$)',
    'do_?not_?(e_?_?mail|bulk|contact|send|allow|market|solicit|disturb)',
    'no_?(e_?)?mail(_|$)',
    'no_(newsletter|marketing)',
    '(^|_)dnc(_|$)',
    '(^|_|is)exclude',
    'quarant',
    'undeliver',
    '(^|_)spam(_|$)',
    'invalid_e?_?mail',
    'mail_invalid',
    '(^|_)deleted(_|$)',
    '(^|_)archived(_|$)',
    '(^|_)left_(at|on|list)(_|$)',
    'revok',
    'withdrawn',
    'deactivat',
    '(^|_)deceased',
    '^(has_)?(left|gone)$',
    '^(is_)?(disabled|inactive)$',
  ],
  leavingCells: [
    'cancel(l?ed)',
    '(non|not|never|un)_?subscri',
    '(^|_)(hold|held|declined|refused|rejected|denied)(_|$)',
    'no_thank',
  ],
  joining: [
    'opt(ed)?_?in(_|$)',
    'optin',
    'subscri',
    'newsletter',
    'consent',
    'permission',
    'accepts',
    'allow',
    'mailable',
    'contactable',
    'marketing',
    'gdpr',
    'bulk_?e?_?mail',
    'receives?_',
    '(^|_)wants_',
    'e_?mailings?(_|$)',
    '^mailings?$',
    '^(is_?)?(confirmed|verified|active|activated|enabled)$',
  ],
  consents: ['consent', 'permission', 'opt_?in', 'gdpr'],
  states: 'status',
  negations: 'no not never dont',
};
