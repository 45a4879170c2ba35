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
  odhlasen odhlasena odhlaseno datum_odhlaseni odhlaseny avregistrerad avmeldt frameldt afmeldt
  leiratkozott leiratkozas_datuma abonelikten_cikti peruutettu peruttu peruutuspaiva dezabonat dezabonata
  data_dezabonarii odjavljen odjavljena datum_odjave odhlasene datum_odhlasenia loobunud atrakstijies atsisake
  donat_de_baixa donada_de_baixa data_de_baixa`);
/** And Mailchimp's, of those whose mailbox is gone. */
export const quarantinedNames = names('quarantined quarantine clean_time');

const telephones = /fax|phone|(^|_)calls?(_|$)|sms|telefon|anruf|whatsapp/;

/** Of telephones and letters only: no word about who may be written to. `Email and SMS opt-out` is about both. */
export const isElsewhere = (name: string): boolean => telephones.test(name) && !name.includes('mail');

/**
 * In English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Czech, Slovak, Swedish, Danish, Norwegian,
 * Hungarian, Turkish, Finnish, Romanian, Croatian, Serbian, Slovenian, Estonian, Latvian, Lithuanian, Catalan,
 * Indonesian and others, and what bars a mailbox.
 */
export const optOutWords = anyOf(
  'opt(ed)?_?out|unsub|remove_me|(^|_)removed(_|$)|suppress|(black|block|deny)_?list|bounce|clean_time|cleaned|complain|(^|_)(blocked|blockiert)(_|$)',
  'do_?not_?(e_?_?mail|bulk|contact|send|allow|market|solicit|disturb)|no_?(e_?)?mail(_|$)|no_(newsletter|marketing)|keine_(e_?)?mail|kein_newsletter|keine_werbung',
  '(^|_)dnc(_|$)|(^|_|is)exclude|quarant|cuarent|undeliver|(^|_)spam(_|$)|invalid_e?_?mail|mail_invalid|(^|_)deleted(_|$)|(^|_)archived(_|$)|(^|_)left_(at|on|list)(_|$)|revok|revoc|revoqu|withdrawn',
  'abgemeldet|abmeld|abbestell|ausgetragen|austrag|widerruf|widerspr|(werbe|kontakt|mail)_?verbot|sperr(?!gut|holz|ig|mull)|robinson|deactivat|deaktiv|geloscht|ausgeschlossen|unzustellbar',
  'desabon|desinscri|opposition|liste_(noire|rouge)|(^|_)refus|ne_(pas|plus)_|(pas|sans|plus)_(d_)?(e_?mail|courriel|publicite|newsletter)|^stop(_|$)|(^|_)npai(_|$)',
  'dad[oa]_de_baja|(^|_)bajas?(_|$)|desuscri|no_(enviar|contactar|molestar)|lista_(negra|nera)|^cancel(l?at|ad)[oa](_|$)',
  'dis_?iscri|non_(inviare|contattare)|descadastr|nao_(enviar|contat)|uitgeschr|uitschrij|afgemeld|afmeld|niet_(mailen|contact)',
  'wypisa|wypisz|zrezygn|rezygn(ac|uj)|odsubskr|wycofa|sprzeciw|zablokowan|czarna_lista|usuniet|bez_(reklam|newsletter)|nie_(wysyl|kontakt|wyraz|chce)',
  'leirat(koz|k)|(^|_)tilto|(^|_)torolt|kijelentkez|lemondo?tt|visszavon|tiltakoz|nem_(kuld|ker)|ne_kuld',
  'abonelikten|abonelik_?iptal|(^|_)iptal|(^|_)cikti(_|$)|kara_liste|engelle(ndi|nen)|gonderme|istemiyor|reddet|reddedil|(^|_)ret(_|$)',
  'peruut|(^|_)peru(nut|ttu)|poistunut|poistettu|kielto|kieltanyt|estolista|(^|_)estetty|(^|_)eronnut|ei_(markkin|postit|sahkop|uutis|saa_|laheta)',
  'dezabon|dezinscri|renuntat|(^|_)retrasa?(_|$)|lista_neagra|opozitie|nu_(trimite|contact|doreste)|(^|_)blocat',
  'odjav|(^|_)otkaz|(^|_)crn[ai]_(list|sezn)|blokiran|izbrisan|obrisan|odstranjen|preklic|povuc?en|ne_(salji|zeli|kontakt|posilj)|neposiel|nekontakt|nesuhlas|vymazan',
  'loobu|tuhista|eemaldatud|(^|_)lahku|(^|_)keeld|must_nimek|atrakst|atteic|atteik|atsauk|nesut|melnais_sar|atsisak|isregistr|nesiust|(^|_)istrint',
  '(^|_)baix(a|es)(_|$)|desubscri|llista_negra|cancel_lat|bloquejat|(^|_)afskra|cregjistr|cabon(im|uar)|berhenti|batal_langgan|nyahlanggan|jangan_(kirim|hubungi)|huy_(dang_ky|theo)|harpidetza_(ken|baja)',
  'kundigung(sdatum|_|$)|gekundigt|ausgetreten|austritt|verstorben|(^|_)deceased|(^|_)opgezegd|(^|_)overleden|(^|_)decede|resilie|fallecid|decedut|falecid|wyklucz|^(has_)?(left|gone)$',
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
  'nincs_feliratk|nem_feliratk|tilaamaton|neabonat|nenarocen|(^|_)(uns|unsub|optout|oo)$',
  '(^|_)(hold|held|declined|refused|rejected|denied)(_|$)|no_thank|nein_danke|non_merci|no_gracias|no_grazie',
);

export const optInWords = anyOf(
  'opt(ed)?_?in(_|$)|optin|subscri|newsletter|consent|permission|accepts|allow|mailable|contactable|marketing|gdpr|bulk_?e?_?mail|receives?_|(^|_)wants_',
  'abonn|(^|_)abo(_|$)|angemeldet|anmeldestatus|einwillig|zustimm|erlaub|werbung|dsgvo|erwunscht|gewunscht|einverst|(^|_)doi(_|$)|(info|rund|serien)_?(mail|brief)|^mailings?$|e_?mailings?(_|$)',
  'inscrit|rgpd|accept|autoris|(^|_)accord(_|$)|recevoir|infolettre|lettre_(d_)?info|publicit',
  'suscri|inscri[pt]|acept|autoriz|recibir|publicidad|boletin|iscri[tz]|consens|accett|ricever|pubblicit|aceit|nieuwsbrief|toestemming',
  '(^|_)zgod[ay](_|$)|subskr|zapisan|(^|_)zapis(_|$)|reklam|souhlas|odber|prihlas|samty[ck]k|prenumer|pamel|tilmeld',
  'feliratk|hirlevel|hozzajarul|engedely|(^|_)abone|bulten|(^|_)izni?(_|$)|(^|_)onay|(^|_)riza|tilaaja|tilattu|uutiskirj|lupa(_|$)|suostum|markkinoin',
  'abonat|consimt|(^|_)prijav|privol|(suglas|soglas|saglas)|pristan(ak|ek)|dovol(ij|jen)|bilten|e_novice|suhlas|novin(ky|iek)|tellitud|tellija|uudiskir|nousolek',
  'piekris|jaunum|pierakst|sutik|naujienl|butlleti|autoritz|postlisti|samthyk|(^|_)(ber)?langgan|persetuju|(^|_)izin(_|$)|dang_ky|dong_y',
  '^(is_?)?(confirmed|verified|bestatigt|potwierdzon[ya]|aktywn[ya]|active|activated|aktiv|aktiviert|actif|enabled|activo|attivo|ativo|actief)$',
);
/** Of a person, or of a mailbox. */
const conditions =
  'status|statuss|staatus|zustand|statut|situacao|stan|stav|allapot|durum|durumu|tila|stare|stanje|busena|stada|gjendja|keadaan|trang_thai';
/** `state`, `estado` and `stato` are parts of a country, too. */
export const stateWords = new RegExp(`status(_|$)|(^|_)(state|stato|estado|estat|${conditions})(_|$)`);
/** About whether somebody is written to, and not about an order or a marriage. */
const mailing =
  '(e_?)?mail(ing)?|subscri[a-z]*|newsletter|marketing|contact|kontakt|consent|permission|opt_?in|list|abo';
export const bareState = new RegExp(`^((${mailing})_)*(${conditions})(_(${mailing}))*$`);
/** When, where and how a person came, as Mailchimp exports it; a time that is missing says nothing. */
export const howTheyCame = /^(optin|confirm)_time$|_(ip|url|source|quelle|link)$/;

/** Somebody is, or is not, written to: with yes and no below it such a name is about consent, whatever else it says. */
export const contactWords =
  /mail|(^|_)(post|posta|posti|brief|info|infos)(_|$)|kontakt|contact|schreib|schrieben|(^|_)send(en)?(_|$)|zusend|marketing|(^|_)news|courriel|correo/;
export const negation =
  /(^|_)(kein|keine|keinen|nicht|no|not|never|dont|ohne|non|ne|pas|sans|sin|senza|sem|nao|bez|nie|geen|niet|nooit|ikke|inte|ej|ingen|inga|nem|ei|nu|fara|degil|tidak|jangan)(_|$)/;
/** By which way somebody is written to, if at all. */
export const channelWords =
  /(contact|kontakt|mail|communic|kommunik)\w*_(pref|wunsch|kanal|channel)|pref\w*_(contact|kontakt|channel|communic)/;
/** How many of something there were. */
export const countedWords = /(^|_)(sent|opens?|opened|clicks?|clicked|count|number|anzahl|total|gesendet)(_|$)/;
/** Of consent alone, where a name such as `newsletter` may say which. */
export const consentAlone =
  /^\w{0,12}(consent|einwilligung|erlaubnis|einverstandnis|zustimmung|permission|opt_?in|gdpr|dsgvo|rgpd|consenso|consentimiento|souhlas|suhlas|samtycke|toestemming|zgoda)$/;
/** Of tags and lists that somebody is on. */
export const listWords = /(^|_)(tags?|labels?|segments?|groups?|gruppen?|lists?|listen?|kategori\w*|categor\w*)(_|$)/;
