import type { words as en } from '../en/run.ts';

export const words: Record<keyof typeof en, string> = {
  'run.logsHidden':
    'In dieser Umgebung sehen nur Administratoren das Versandprotokoll, das Trackingprotokoll und das Ausschlussprotokoll: Sie enthalten Adressen.',
  'run.title': 'Ausführung vom {time}',
  'run.steps': 'Stationen dieser Ausführung',
  'run.execution': 'In Step Functions:',
  'run.stage.prepare': 'Vorbereiten',
  'run.stage.confirm': 'Bestätigen',
  'run.stage.send': 'Senden',
  'run.stage.measure': 'Messen',
  'run.stage.done': 'erledigt',
  'run.stage.in': '{time}, in {duration}',
  'run.stage.by': '{name}, {time}',
  'run.stage.until': 'bis {time}',
  'run.stage.since': 'seit {time}',
  'run.stage.unneeded': 'nicht nötig',
  'run.stage.onceConfirmed': 'unmittelbar bei Bestätigung',
  'run.stage.hourly': 'jede Stunde',
  'run.deployment': 'Freigabe',
  'run.say.Preparing': 'Wird vorbereitet: zählen, prüfen, einfrieren',
  'run.say.Preparing.why': 'Das dauert je nach Liste Sekunden bis Minuten. Gesendet wird dabei nichts.',
  'run.say.PreparationFailed': 'Die Vorbereitung fand etwas, das den Versand blockiert',
  'run.say.PreparationFailed.why':
    'Sehen Sie die Prüfungen an, ändern Sie den Versand, und bereiten Sie erneut vor. Es wurde nichts gesendet.',
  'run.say.AwaitingConfirmation': 'Bereit, wartet auf Bestätigung bis {deadline}',
  'run.say.AwaitingConfirmation.yours': 'Bereit zum Versand. Sie können bestätigen.',
  'run.say.enough':
    '{count, plural, one {Eine Bestätigung genügt.} other {Nötig sind {n} Bestätigungen, bisher gegeben: {given}.}}',
  'run.say.AwaitingConfirmation.why':
    '{name} hat um Bestätigung gebeten, {time}. {enough} Entscheidet niemand bis {deadline} ({utc}, {relative}), läuft die Ausführung ab, und es wird nichts gesendet.',
  'run.say.AwaitingConfirmation.yours.why':
    '{name} hat um Bestätigung gebeten, {time}. {enough} Entscheidet niemand rechtzeitig, läuft die Ausführung ab, und es wird nichts gesendet.',
  'run.say.missed':
    'Der Start, {start}, wurde verpasst, deshalb wird jetzt gefragt: Es wurde nichts gesendet, und wer jetzt bestätigt, sendet sofort.',
  'run.say.Scheduled': 'Freigegeben. Der Versand beginnt {time}.',
  'run.say.Scheduled.now': 'Freigegeben. Der Versand beginnt jetzt.',
  'run.say.Scheduled.why': 'Bis dahin lässt er sich abbrechen; dann wird nichts gesendet.',
  'run.say.Sending': 'Wird gesendet seit {time}',
  'run.say.Sending.why': 'Der Versanddienst verarbeitet die Nachrichten. Sie müssen nichts tun.',
  'run.say.Paused': 'Angehalten seit {time}',
  'run.say.Paused.why': 'Es geht nichts hinaus, bis jemand fortsetzt. Fortsetzen wiederholt niemanden.',
  'run.say.Paused.by':
    'Angehalten von {name}. Es geht nichts hinaus, bis jemand fortsetzt. Fortsetzen wiederholt niemanden.',
  'run.say.Finished': 'Versand abgeschlossen. Alle Nachrichten sind verarbeitet.',
  'run.say.open':
    '{count, plural, one {Versand abgeschlossen. Von einer Nachricht weiß niemand, ob sie hinausging.} other {Versand abgeschlossen. Von {n} Nachrichten weiß niemand, ob sie hinausgingen.}}',
  'run.lookAtUnknown': '{count, plural, one {Ansehen} other {Die {n} ansehen}}',
  'run.say.Finished.why': '{from} bis {to}. Späte Rückläufer, Öffnungen und Klicks zählen noch.',
  'run.say.voided': 'Hinfällig, weil der Versand geändert wurde: {blocks}. Es wurde nichts gesendet.',
  'run.say.Stopped': 'Abgebrochen. Was nicht hinaus war, bleibt ungesendet.',
  'run.say.Stopped.unsent': 'Abgebrochen. Es wurde nichts gesendet.',
  'run.say.Stopped.by': 'Von {name}, {time}. Eine abgebrochene Ausführung lässt sich nicht fortsetzen.',
  'run.say.Stopped.edited':
    'Der Versand wurde von {name} geändert, {time}; das macht hinfällig, was vorbereitet war. Bereiten Sie erneut vor.',
  'run.say.Stopped.manifestDiffers':
    'Was gesendet würde, ist nicht, was bestätigt wurde: Freigabe wurde seither aktualisiert und setzt die Mail anders zusammen, oder Gespeichertes wurde verändert. Der Versanddienst hat es abgelehnt, {time}. Danach wurde nichts mehr davon gesendet. Bereiten Sie eine neue Ausführung vor und lassen Sie sie bestätigen.',
  'run.say.Stopped.audienceGone':
    'Die bestätigten Empfänger sind inzwischen gelöscht, wie es einige Monate nach der Vorbereitung geschieht. Nach {time} wurde nichts mehr gesendet. Bereiten Sie eine neue Ausführung vor.',
  'run.say.Stopped.notReleased':
    'Diese Ausführung hat niemanden gefragt, und keine Bestätigung ihrer Reihe gilt dafür, {time}. Bereiten Sie erneut vor; dann wird gefragt.',
  'run.say.Stopped.settledMeanwhile':
    'SES hat sich zu einer Nachricht gemeldet, die noch einmal gesendet werden sollte, {time}. Es wurde nichts gesendet. Fragen Sie noch einmal für die, die noch unbekannt sind.',
  'run.resendOf':
    'Sie sendet Nachrichten noch einmal, die in <a>einer früheren Ausführung</a> unbekannt sind oder dort von SES ohne Grund abgelehnt wurden, mit dem Inhalt, der damals bestätigt wurde.',
  'run.resentAs': 'Ihre Nachrichten, die sich noch einmal senden ließen, haben <a>eine eigene Ausführung</a>.',
  'run.say.Rejected.requestChanges': '{name} bittet um Änderungen. Es wurde nichts gesendet.',
  'run.say.Rejected': 'Abgelehnt von {name}. Es wurde nichts gesendet.',
  'run.say.Rejected.why': '„{reason}“',
  'run.say.Expired': 'Abgelaufen: Niemand hat rechtzeitig entschieden. Es wurde nichts gesendet.',
  'run.say.Expired.why': 'Die Frist war {time} vorbei. Bereiten Sie den Versand erneut vor, um noch einmal zu fragen.',
  'run.say.Skipped': 'Ausgelassen. Es wurde nichts gesendet.',
  'run.say.Skipped.earlierRunPending':
    'Eine frühere Ausführung dieses Versands war noch nicht beendet, als diese fällig war.',
  'run.say.Skipped.missed':
    'Freigabe kam so spät dazu, dass schon der nächste Start der Reihe anstand. Was vorbei ist, wird nicht gesendet.',
  'run.say.Skipped.emptyAudience': 'Es blieb niemand, an den gesendet würde.',
  'run.confirmed': 'Bestätigt von {name}, {time}, Fingerabdruck {fingerprint}.',
  'run.fact.toDeliver': 'Zu senden',
  'run.fact.of': 'von {targeted} ausgewählten, {excluded} ausgeschlossen',
  'run.fact.took': 'von der ersten bis zur letzten',
  'run.fact.cost': 'Kosten, geschätzt',
  'run.fact.costWithAttached': 'SES {ses} + Anhänge {attached} + Infrastruktur {infrastructure}',
  'run.fact.costOf': 'SES {ses} + Infrastruktur {infrastructure}',
  'run.fact.checks': 'Prüfungen',
  'run.fact.warnings': '{count, plural, one {eine Warnung} other {{n} Warnungen}}',
  'run.fact.noWarnings': 'alle bestanden',
  'run.fact.blocking': '{n} blockierend',
  'run.decideBy': 'Entscheiden bis',
  'run.confirmTitle': 'Bestätigen: {name}',
  'run.linkTitle': 'Bestätigungslink',
  'run.say.Stopped.seriesPaused':
    'Ihre Reihe wurde angehalten, bevor sie gesendet wurde, {time}. Es wurde nichts gesendet.',
  'run.say.Stopped.seriesEnded':
    'Ihre Reihe wurde beendet, bevor sie gesendet wurde, {time}. Es wurde nichts gesendet.',
  'run.say.Stopped.validityOver':
    'Ihre Nachrichten galten bis dahin, {time}. Was nicht an SES übergeben war, wurde gestoppt.',
  'run.say.Stopped.startSkipped': 'Jemand hat ihren Start ausgelassen, {time}. Es wurde nichts gesendet.',
  'run.say.missedMany': '{n} Starts der Reihe wurden nacheinander verpasst und werden nicht nachgeholt.',
};
