const names = (text: string): Set<string> => new Set(text.split(/\s+/).filter((name) => name !== ''));

/** One of these patterns somewhere in a name as `columnName` makes it. */
const anyOf = (...patterns: string[]): RegExp => new RegExp(patterns.join('|'));

/**
 * Columns whose yes, or whose day, means that the person left: our own names, those of Salesforce (field
 * HasOptedOutOfEmail, label Email Opt Out), HubSpot (property hs_email_optout), Mailchimp (UNSUB_TIME, LEAVE_TIME),
 * Brevo (emailBlacklisted, BLOCKLISTED), phpList (blacklisted), CleverReach (deactivated), and plain words.
 */
export const optedOutNames = names(`opted_out unsubscribed optout opt_out optedout unsubscribe
  email_opt_out email_optout emailoptout email_opted_out hasoptedoutofemail has_opted_out_of_email
  hs_email_optout unsubscribed_from_all_email unsubscribed_from_all_emails portal_unsubscribe
  unsub_time unsubscribe_time unsubscribe_date unsubscribed_at unsubscribed_on unsubscribed_date unsubscription_date
  opt_out_time opt_out_date optout_date opted_out_at opted_out_on emailblacklisted email_blacklisted
  blacklisted is_blacklisted blocklisted is_blocklisted is_unsubscribed leave_time deactivated
  abgemeldet abgemeldet_am abmeldung abmeldedatum abbestellt abbestellt_am ausgetragen ausgetragen_am
  desabonne desabonnee date_desabonnement desinscrit desinscrite date_desinscription
  dado_de_baja dada_de_baja fecha_baja fecha_de_baja desuscrito desuscrita disiscritto disiscritta
  data_disiscrizione descadastrado descadastrada uitgeschreven afgemeld
  wypisany wypisana wypisano data_wypisania zrezygnowal zrezygnowala rezygnacja data_rezygnacji odsubskrybowany
  odhlasen odhlasena odhlaseno datum_odhlaseni odhlaseny avregistrerad avmeldt frameldt afmeldt`);
/** And Mailchimp's, of those whose mailbox is gone. */
export const quarantinedNames = names('quarantined quarantine clean_time');

const telephones = /fax|phone|(^|_)calls?(_|$)|sms|telefon|anruf|whatsapp/;

/** Of telephones and letters only: no word about who may be written to. `Email and SMS opt-out` is about both. */
export const isElsewhere = (name: string): boolean => telephones.test(name) && !name.includes('mail');

/** In English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Czech, Swedish, Danish and Norwegian, and what bars a mailbox. */
export const optOutWords = anyOf(
  'opt(ed)?_?out|unsub|remove_me|(^|_)removed(_|$)|suppress|(black|block|deny)_?list|bounce|clean_time|cleaned|complain|(^|_)(blocked|blockiert)(_|$)',
  'do_?not_?(e_?_?mail|bulk|contact|send|allow|market|solicit|disturb)|no_?(e_?)?mail(_|$)|no_(newsletter|marketing)|keine_(e_?)?mail|kein_newsletter|keine_werbung',
  '(^|_)dnc(_|$)|(^|_|is)exclude|quarant|cuarent|undeliver|(^|_)spam(_|$)|invalid_e?_?mail|mail_invalid|(^|_)deleted(_|$)|(^|_)archived(_|$)|(^|_)left_(at|on|list)(_|$)|revok|revoc|revoqu|withdrawn',
  'abgemeldet|abmeld|abbestell|ausgetragen|austrag|widerruf|widerspr|(werbe|kontakt|mail)_?verbot|sperr(?!gut|holz|ig|mull)|robinson|deactivat|deaktiv|geloscht|ausgeschlossen|unzustellbar',
  'desabon|desinscri|opposition|liste_(noire|rouge)|(^|_)refus|ne_(pas|plus)_|(pas|sans|plus)_(d_)?(e_?mail|courriel|publicite|newsletter)|^stop(_|$)|(^|_)npai(_|$)',
  'dad[oa]_de_baja|(^|_)bajas?(_|$)|desuscri|no_(enviar|contactar|molestar)|lista_(negra|nera)|^cancel(l?at|ad)[oa](_|$)',
  'dis_?iscri|non_(inviare|contattare)|descadastr|nao_(enviar|contat)|uitgeschr|uitschrij|afgemeld|afmeld|niet_(mailen|contact)',
  'wypisa|wypisz|zrezygn|rezygn(ac|uj)|odsubskr|wycofa|sprzeciw|zablokowan|czarna_lista|usuniet|bez_(reklam|newsletter)|nie_(wysyl|kontakt|wyraz|chce)',
  'odhlas|odvolan|nesouhlas|zrusen|avregistr|avanmal|avprenum|avmeld|frameld|^(is_)?(disabled|inactive|inaktiv|nieaktywn[ya])$',
);

/** Why, by which mail and by which way somebody left: whoever has such a text left. */
const howTheyLeft =
  /reason|grund|motif|motivo|powod|przyczyn|duvod|campaign|kampa[gn]|comment|kommentar|feedback|_(id|title|other|type|ip|source)$/;
export const tellsHowTheyLeft = (name: string): boolean => optOutWords.test(name) && howTheyLeft.test(name);

/** What a cell of a state may say of leaving, where a name of a column would be about something else. */
export const leavingWords = anyOf(
  optOutWords.source,
  'cancel(l?ed|l?at[oa]|ad[oa])|gekundigt|(non|not|never|un)_?subscri|nicht_(abonn|angemeldet|erlaubt|erwunscht)|pas_(inscrit|abonn)|no_suscri|non_iscri',
  '(^|_)(hold|held|declined|refused|rejected|denied)(_|$)|no_thank|nein_danke|non_merci|no_gracias|no_grazie',
);

export const optInWords = anyOf(
  'opt(ed)?_?in(_|$)|optin|subscri|newsletter|consent|permission|accepts|allow|mailable|contactable|marketing|gdpr|bulk_?e?_?mail|receives?_|(^|_)wants_',
  'abonn|(^|_)abo(_|$)|angemeldet|anmeldestatus|einwillig|zustimm|erlaub|werbung|dsgvo|erwunscht|gewunscht|(info|rund|serien)_?(mail|brief)|^mailings?$|e_?mailings?(_|$)',
  'inscrit|rgpd|accept|autoris|(^|_)accord(_|$)|recevoir|infolettre|lettre_(d_)?info|publicit',
  'suscri|inscri[pt]|acept|autoriz|recibir|publicidad|boletin|iscri[tz]|consens|accett|ricever|pubblicit|aceit|nieuwsbrief|toestemming',
  '(^|_)zgod[ay](_|$)|subskr|zapisan|(^|_)zapis(_|$)|reklam|souhlas|odber|prihlas|samty[ck]k|prenumer|pamel|tilmeld',
  '^(is_)?(confirmed|verified|bestatigt|potwierdzon[ya]|aktywn[ya]|active|activated|aktiv|aktiviert|actif|enabled|activo|attivo|ativo|actief)$',
);
export const stateWords = /status(_|$)|(^|_)(state|zustand|statut|stato|estado|situacao|stan|stav)(_|$)/;
/** When, where and how a person came, as Mailchimp exports it; a time that is missing says nothing. */
export const howTheyCame = /^(optin|confirm)_time$|_(ip|url|source|quelle|link)$/;
