import type { words as en } from '../en/run-pause.ts';

export const words: Record<keyof typeof en, string> = {
  'run.say.Sending.held':
    'Die Nachrichten des Kontos für 24 Stunden sind aufgebraucht. Vor {time} geht nichts hinaus; dann wird SES erneut gefragt und es geht von selbst weiter.',
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
  'run.say.Paused.accountInSandbox':
    'SES lehnt einen Empfänger ab, weil das Konto in der Sandbox ist: Es sendet nur an verifizierte Adressen. Beantragen Sie bei AWS Produktionszugriff und setzen Sie dann fort; wer abgelehnt wurde, wartet. Fortsetzen wiederholt niemanden.',
  'run.say.Paused.sendingPoolInvalid':
    'Den IP-Pool des Configuration Sets gibt es nicht. Beheben Sie das in SES und setzen Sie dann fort. Fortsetzen wiederholt niemanden.',
  'run.say.Paused.accessDenied':
    'Freigabe fehlt die Berechtigung zu senden. Stellen Sie die App neu bereit und setzen Sie dann fort. Fortsetzen wiederholt niemanden.',
  'run.say.Paused.contentRefused':
    'SES hat einen Empfänger nach dem anderen abgelehnt, es liegt also wohl am Inhalt. Sehen Sie ins Versandprotokoll; brechen Sie ab und bereiten Sie neu vor, oder setzen Sie fort.',
  'run.say.Paused.refusedBySes':
    'SES lehnt ab und nennt keinen Grund, den Freigabe kennt. Das Versandprotokoll und das Protokoll von SendChunk sagen mehr. Fortsetzen wiederholt niemanden.',
  'run.say.Paused.earlierRunBehind':
    'Personen bekämen diese Ausführung vor einer früheren der Reihe, die an sie noch nicht hinaus ist. Lassen Sie jene weiterlaufen, oder brechen Sie sie ab; setzen Sie dann diese fort.',
  'run.say.Paused.bounceRatio':
    'Notbremse: Zu viele Adressen sind endgültig unzustellbar, SES würde das Konto bald anhalten. Ist es die richtige Liste? Setzen Sie fort oder brechen Sie endgültig ab.',
  'run.say.Paused.complaintRatio':
    'Notbremse: Zu viele Empfänger haben sich beschwert, SES würde das Konto bald anhalten. Wollten sie diese Nachricht? Setzen Sie fort oder brechen Sie endgültig ab.',
  'run.say.Paused.refusalRatio':
    'Notbremse: SES hat zu viele Nachrichten abgelehnt oder angenommen und nicht senden können, es liegt also wohl am Inhalt. Sehen Sie ins Versandprotokoll; brechen Sie ab und bereiten Sie neu vor, oder setzen Sie fort.',
  'run.say.Paused.reason': 'SES sagt: {reason}',
};
