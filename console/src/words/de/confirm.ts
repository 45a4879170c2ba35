import type { words as en } from '../en/confirm.ts';

export const words: Record<keyof typeof en, string> = {
  'confirm.mayNot': 'Ihre Berechtigungen erlauben es nicht, einen Versand zu bestätigen.',
  'confirm.whoCan': '<b>{names}</b> kann das (Rolle Sendungen starten).',
  'confirm.roleCan': 'Jemand mit der Rolle <b>Sendungen starten</b> kann das.',
  'confirm.missing':
    '{count, plural, one {Seit {since} ist niemand mehr da, der die fehlende Bestätigung geben könnte.} other {Seit {since} fehlen {n} Personen, die bestätigen könnten.}}',
  'confirm.missing.canTake':
    '{names} kann einen Teil übernehmen: Wählen Sie „Jemand anderen fragen“. Das darf, wer die Rolle Sendungen starten oder Administration hat.',
  'confirm.missing.nobody':
    'Sonst hat niemand, der zählt, die Rolle Sendungen starten. Bitten Sie die Administration, sie jemandem zu geben, der nicht mitgewirkt hat.',
  'confirm.about':
    '<long>Sie entscheiden über </long><b>{messages}</b>, <b>{start}</b><long>, Fingerabdruck <mono>{fingerprint}</mono>.</long>',
  'confirm.recordedAs': 'Protokolliert als {name}, Sendungen starten.',
  'confirm.messages': '{count, plural, one {eine Nachricht} other {{n} Nachrichten}}',
  'confirm.atOnce': 'sofort',
  'confirm.decision': 'Ihre Entscheidung',
  'confirm.confirm': 'Versand bestätigen',
  'confirm.reject': 'Ablehnen',
  'confirm.cancel': 'Abbrechen',
  'confirm.ok': 'OK',
  'confirm.busy': 'Wird verarbeitet …',
  'confirm.dialog.now': 'Die Nachrichten sind bereit, sofort gesendet zu werden: <b>{messages}</b>.',
  'confirm.dialog.later': 'Zu senden: <b>{messages}</b>, automatisch am <b>{start}</b> ({utc}).',
  'confirm.dialog.after':
    'Bis dahin können Sie den Versand noch abbrechen; dann wird nichts gesendet. Wer sich vorher abmeldet, wird herausgenommen; niemand kommt hinzu.',
  'confirm.dialog.afterNow':
    'Während des Sendens können Sie anhalten oder abbrechen. Wer sich vor seiner Nachricht abmeldet, wird herausgenommen; niemand kommt hinzu.',
  'confirm.dialog.campaign': 'Versand',
  'confirm.dialog.subject': 'Betreff',
  'confirm.dialog.fingerprint': 'Fingerabdruck',
  'confirm.dialog.warnings': 'Warnungen',
  'confirm.dialog.noWarnings': 'keine',
  'confirm.note': 'Notiz',
  'confirm.noteHint': 'freiwillig, bleibt im Verlauf',
  'confirm.reason': 'Grund',
  'confirm.reasonHint': 'nötig; wer vorbereitet hat, liest ihn',
  'confirm.reasonMissing':
    'Schreiben Sie erst einen Grund: Wer vorbereitet hat, liest ihn und weiß, was zu ändern ist.',
  'confirm.rejectWhy':
    'Es wird nichts gesendet. Die Ausführung endet; der Versand lässt sich ändern und erneut vorbereiten.',
  'confirm.ack.missing':
    '{count, plural, one {Eine Warnung ist noch nicht abgehakt. Haken Sie sie ab, wenn Sie davon wissen; dann OK.} other {{n} Warnungen sind noch nicht abgehakt. Haken Sie jede ab, von der Sie wissen; dann OK.}}',
  'confirm.loadAgain': 'Neu laden',
  'confirm.tile': 'Bestätigung',
  'confirm.needed': 'Nötig',
  'confirm.neededOne': 'eine Bestätigung',
  'confirm.neededNone': 'keine',
  'confirm.neededNoneWhy': 'eine frühere Ausführung dieser Reihe wurde bestätigt, und seither wurde nichts geändert',
  'confirm.releases': 'Folgende Ausführungen',
  'confirm.releases.yes': 'werden gesendet, ohne zu fragen',
  'confirm.releases.why':
    'Mit dieser Bestätigung werden die folgenden Ausführungen dieser Reihe gesendet, ohne dass noch einmal gefragt wird, an alle, die dann zu den Empfängern gehören – bis der Versand geändert wird. Erreicht eine Ausführung viel mehr Personen oder braucht sie mehr Bestätigungen, wird wieder gefragt.',
  'confirm.authors': 'Mitgewirkt haben',
  'confirm.asked': 'Gefragt',
  'confirm.askedAnybody': 'alle mit der Rolle Sendungen starten',
  'confirm.notMailed':
    '{count, plural, one {eine Person war per Mail nicht erreichbar} other {{n} Personen waren per Mail nicht erreichbar}}',
  'confirm.deadline': 'Entscheiden bis',
  'confirm.decided': 'Entschieden',
  'confirm.confirmedBy': 'bestätigt von {name}',
  'confirm.rejectedBy': 'abgelehnt von {name}',
  'confirm.viaLink': 'über den Link in der Mail',
  'confirm.viaConsole': 'in der Konsole',
  'confirm.quoted': '„{reason}“',
  'confirm.linkFor': 'Bestätigungslink für <b>{address}</b>',
  'confirm.what': 'Was genau Sie bestätigen',
  'confirm.openRun': 'Ausführung öffnen',
  'confirm.unreached': 'Nicht alle waren per Mail erreichbar',
  'confirm.unreached.at': 'jemand bei {domain}',
  'confirm.unreached.approval': 'Die Frage an {who} kam nicht an: {why} ({at}).',
  'confirm.unreached.notice': 'Was aus dieser Ausführung wurde, erreichte {who} nicht: {why} ({at}).',
  'confirm.unreached.proof': 'Eine Testmail an {who} kam nicht an: {why} ({at}).',
  'confirm.unreached.reject': 'SES hat sie nicht versandt',
  'confirm.unreached.next':
    'Wer gefragt ist, kann auch ohne die Mail hier entscheiden. Die Adresse berichtigt die Administration unter „Personen“.',
};
