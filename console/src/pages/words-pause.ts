const en = {
  'run.say.Sending.held':
    'The account’s messages for 24 hours are used up. Nothing goes out before {{time}}, when SES is asked again; then it goes on by itself.',
  'run.say.Paused.accountSuspended':
    'SES has suspended the account. Clear that up with AWS Support, then resume. Resuming repeats nobody.',
  'run.say.Paused.accountSendingPaused':
    'Sending is switched off for the SES account. Switch it on again, then resume. Resuming repeats nobody.',
  'run.say.Paused.configurationSetSendingPaused':
    'Sending is switched off for the configuration set. Switch it on again, then resume. Resuming repeats nobody.',
  'run.say.Paused.configurationSetMissing':
    'SES does not find the configuration set. Deploy the app again, then resume. Resuming repeats nobody.',
  'run.say.Paused.senderNotVerified':
    'SES no longer knows the sender as verified. Verify the address or its domain, then resume. Resuming repeats nobody.',
  'run.say.Paused.sendingPoolInvalid':
    'The pool of IP addresses of the configuration set does not exist. Mend it in SES, then resume. Resuming repeats nobody.',
  'run.say.Paused.accessDenied':
    'Freigabe lacks the permission to send. Deploy the app again, then resume. Resuming repeats nobody.',
  'run.say.Paused.contentRefused':
    'SES refused one recipient after the other, so it is probably the content. Look at the sending log; stop the run and prepare it anew, or resume.',
  'run.say.Paused.refusedBySes':
    'SES refuses to send and names no reason that Freigabe knows. The sending log and the log of SendChunk tell more. Resuming repeats nobody.',
  'run.say.Paused.bounceRatio':
    'Emergency brake: too many addresses bounced for good, and SES would soon pause the account. Is the list what you think it is? Resume, or stop for good.',
  'run.say.Paused.complaintRatio':
    'Emergency brake: too many recipients complained, and SES would soon pause the account. Did they want this mail? Resume, or stop for good.',
  'run.say.Paused.refusalRatio':
    'Emergency brake: SES refused too many messages, or took them and could not send them, so it is probably the content. Look at the sending log; stop the run and prepare it anew, or resume.',
  'run.say.Paused.reason': 'SES says: {{reason}}',
};

const de: Record<keyof typeof en, string> = {
  'run.say.Sending.held':
    'Die Nachrichten des Kontos für 24 Stunden sind aufgebraucht. Vor {{time}} geht nichts hinaus; dann wird SES erneut gefragt und es geht von selbst weiter.',
  'run.say.Paused.accountSuspended':
    'SES hat das Konto gesperrt. Klären Sie das mit dem AWS-Support und setzen Sie dann fort. Fortsetzen wiederholt niemanden.',
  'run.say.Paused.accountSendingPaused':
    'Das Senden ist für das SES-Konto abgeschaltet. Schalten Sie es wieder ein und setzen Sie dann fort. Fortsetzen wiederholt niemanden.',
  'run.say.Paused.configurationSetSendingPaused':
    'Das Senden ist für das Configuration Set abgeschaltet. Schalten Sie es wieder ein und setzen Sie dann fort. Fortsetzen wiederholt niemanden.',
  'run.say.Paused.configurationSetMissing':
    'SES findet das Configuration Set nicht. Stellen Sie die App neu bereit und setzen Sie dann fort. Fortsetzen wiederholt niemanden.',
  'run.say.Paused.senderNotVerified':
    'Der Absender gilt bei SES nicht mehr als bestätigt. Bestätigen Sie Adresse oder Domain und setzen Sie dann fort. Fortsetzen wiederholt niemanden.',
  'run.say.Paused.sendingPoolInvalid':
    'Den IP-Pool des Configuration Sets gibt es nicht. Beheben Sie das in SES und setzen Sie dann fort. Fortsetzen wiederholt niemanden.',
  'run.say.Paused.accessDenied':
    'Freigabe fehlt die Berechtigung zu senden. Stellen Sie die App neu bereit und setzen Sie dann fort. Fortsetzen wiederholt niemanden.',
  'run.say.Paused.contentRefused':
    'SES hat einen Empfänger nach dem anderen abgelehnt, es liegt also wohl am Inhalt. Sehen Sie ins Sendeprotokoll; brechen Sie ab und bereiten Sie neu vor, oder setzen Sie fort.',
  'run.say.Paused.refusedBySes':
    'SES lehnt ab und nennt keinen Grund, den Freigabe kennt. Das Sendeprotokoll und das Protokoll von SendChunk sagen mehr. Fortsetzen wiederholt niemanden.',
  'run.say.Paused.bounceRatio':
    'Notbremse: Zu viele Adressen sind endgültig unzustellbar, SES würde das Konto bald anhalten. Ist es die richtige Liste? Setzen Sie fort oder brechen Sie endgültig ab.',
  'run.say.Paused.complaintRatio':
    'Notbremse: Zu viele Empfänger haben sich beschwert, SES würde das Konto bald anhalten. Wollten sie diese Nachricht? Setzen Sie fort oder brechen Sie endgültig ab.',
  'run.say.Paused.refusalRatio':
    'Notbremse: SES hat zu viele Nachrichten abgelehnt oder angenommen und nicht senden können, es liegt also wohl am Inhalt. Sehen Sie ins Sendeprotokoll; brechen Sie ab und bereiten Sie neu vor, oder setzen Sie fort.',
  'run.say.Paused.reason': 'SES sagt: {{reason}}',
};

/** Why a run does not go on by itself. */
export const pause = { en, de };
