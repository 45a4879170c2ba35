import type { ProblemCause } from '../../../domain/http/problem-cause.ts';

type Words = Record<`shell.wayOn.${ProblemCause}`, string>;

const en: Words = {
  'shell.wayOn.noPermission': 'Ask somebody with the role {{whoMay}}.',
  'shell.wayOn.accountGone': 'Ask an administrator to invite you again.',
  'shell.wayOn.accountDisabled': 'Ask an administrator to enable it.',
  'shell.wayOn.accountNotReady': 'Sign out, sign in again, and follow what is asked there.',
  'shell.wayOn.linkOfSomebodyElse':
    'Use the link in your own mail, or confirm in the console if you hold the role Start deliveries.',
  'shell.wayOn.questionAskedAnew': 'Use the link in your newest mail, or decide in the console.',
  'shell.wayOn.runDecided':
    'A confirmation can be withdrawn by whoever gave it, until sending begins; anybody with the role Start deliveries can stop the run. After a rejection, or a wish for changes, prepare the campaign again.',
  'shell.wayOn.deadlinePassed': 'Prepare the campaign again to ask anew.',
  'shell.wayOn.notAwaiting': 'Load the page again and look at the run.',
  'shell.wayOn.notAsked': 'Ask {{names}}.',
  'shell.wayOn.notInPolicy': 'Ask somebody whom it names.',
  'shell.wayOn.fourEyes': 'Ask another approver. You can still reject it.',
  'shell.wayOn.confirmedByYou':
    'There is nothing left to do for you. You can withdraw your confirmation until sending begins.',
  'shell.wayOn.warningsUnacknowledged': 'Look at the warnings, tick each one, then confirm.',
  'shell.wayOn.nothingToWithdraw': 'Load the page again and look at the run.',
  'shell.wayOn.sendingBegan': 'Pause or stop the run instead.',
  'shell.wayOn.notConfirmedByYou': 'Ask whoever confirmed it, or stop the run.',
  'shell.wayOn.nobodyIsAsked': 'Load the page again and look at the run.',
  'shell.wayOn.approverNotAsked': 'Load the page again and take one of the approvers of the run.',
  'shell.wayOn.approverHasConfirmed': 'Whoever confirmed can withdraw the confirmation.',
  'shell.wayOn.noSuchApprover': 'Give the address of an approver.',
  'shell.wayOn.approverAskedAlready': 'Take somebody else.',
  'shell.wayOn.approverIsAuthor': 'Take somebody else.',
  'shell.wayOn.notInThisState': 'Load the page again and look at the run.',
  'shell.wayOn.runMovedOn': 'Load the page again, look, then repeat it if it is still right.',
  'shell.wayOn.runUnderway': 'Wait for its end, or stop it first.',
  'shell.wayOn.stillSending': 'Wait until it has finished, or stop it first.',
  'shell.wayOn.resentAlready': 'Look at the run that did so; what is unknown there can be sent again from there.',
  'shell.wayOn.resendUnderway': 'Decide on that run, or stop it and ask again.',
  'shell.wayOn.nothingUnknown': 'There is nothing to be sent again.',
  'shell.wayOn.answersOutstanding': 'Try again after {{until}}.',
  'shell.wayOn.unknownChanged': 'Load the list again, look at it, then ask for that many.',
  'shell.wayOn.startPast': 'Give the campaign a later date, or let it start once it is confirmed.',
  'shell.wayOn.seriesOver': 'Give the campaign a later end, more runs or another frequency.',
  'shell.wayOn.scheduleImpossible': 'Change the schedule of the campaign, then prepare it.',
  'shell.wayOn.nothingPrepared': 'Wait until the preparation has finished.',
  'shell.wayOn.proofsToStrangers':
    'Take them out. Proofs go to people who can sign in here, and to the addresses and domains that the operator named for them.',
  'shell.wayOn.proofsOfRunUsedUp': 'Send to fewer people. A run that is prepared anew has proofs of its own.',
  'shell.wayOn.proofsOfDayUsedUp': 'Send to fewer people, or wait until {{until}}.',
  'shell.wayOn.proofsHeldBack':
    'Send the rest in some minutes. If it stays like this, the daily quota of the account is used up.',
  'shell.wayOn.proofsRefused':
    'Ask the operator whether the sender is verified. In the sandbox of SES, mail goes to verified addresses only.',
  'shell.wayOn.proofOptedOut': 'Leave them out: an opt-out holds for proofs too.',
  'shell.wayOn.mailNotRendered':
    'Prepare the campaign again: the checks say for whom it cannot, and where in the template.',
  'shell.wayOn.campaignChanged': 'Load the page again and repeat your change.',
  'shell.wayOn.csvUnreadable': 'Save the table as CSV again; its first line names the columns, one of them email.',
  'shell.wayOn.csvEmpty': 'Choose a file whose first line names the columns, with one line for each person below it.',
  'shell.wayOn.noAddressColumn':
    'Name the column of the addresses “email” in the first line, then import the file again.',
  'shell.wayOn.importUnderway': 'Try again in a minute; nothing of this file was imported.',
  'shell.wayOn.importGivenUp': 'Import the file again. If it is given up again, ask your operator to look at the log.',
  'shell.wayOn.fileTooLarge':
    'Cut the file in two, each with the first line, and import both into the same list. Nothing was imported.',
  'shell.wayOn.tooManyRows':
    'Cut the file in two, each with the first line, and import both into the same list. Nothing was imported.',
  'shell.wayOn.tooManyColumns': 'Take out the columns that no mail needs. Nothing was imported.',
  'shell.wayOn.bytesLost': 'Send it with content-type application/octet-stream. Nothing was imported.',
  'shell.wayOn.badBytes': 'Correct the letters there and save the file as UTF-8. Nothing was imported.',
  'shell.wayOn.encodingUnknown': 'Save the table as CSV in UTF-8. Nothing was imported.',
  'shell.wayOn.optOutUnclear':
    'Name the column “opted_out” or “quarantined” and write yes or no into it, or take it out of the file. Nothing was imported.',
  'shell.wayOn.noValidAddress': 'Look whether the column of the addresses is named “email”. Nothing was imported.',
  'shell.wayOn.idsOfOthers':
    'If they are row numbers, take the column of the ids out of the file. If these people did change their addresses, confirm that. Nothing was imported.',
  'shell.wayOn.eventsTooFast':
    'Compute the stats again when less is going on; the books are checked every hour all the same.',
  'shell.wayOn.countTookTooLong':
    'Compute the stats again when less is going on; the books are checked every hour all the same.',
  'shell.wayOn.runNotCounted': 'Compute the stats again.',
  'shell.wayOn.campaignNotCounted': 'Look at its figures, or compute the stats again.',
  'shell.wayOn.notInQuarantine': 'There is nothing to release.',
  'shell.wayOn.addressChanged': 'Load the profile again and look at it.',
  'shell.wayOn.notOptedOut': 'There is nothing to record.',
  'shell.wayOn.personErased': 'Whoever signs up again gets a new profile: import it, then record the consent there.',
  'shell.wayOn.campaignTooLarge':
    'Shorten the content: leave out what nobody sees, and let pictures lie on a server instead of inside the HTML.',
  'shell.wayOn.settingsTooLarge':
    'Compare with fewer or shorter values: mark those people by a list or an attribute when you import them.',
};

const de: Words = {
  'shell.wayOn.noPermission': 'Bitten Sie jemanden mit der Rolle {{whoMay}}.',
  'shell.wayOn.accountGone': 'Bitten Sie jemanden aus der Administration um eine neue Einladung.',
  'shell.wayOn.accountDisabled': 'Bitten Sie jemanden aus der Administration, es freizugeben.',
  'shell.wayOn.accountNotReady': 'Melden Sie sich ab und wieder an, und folgen Sie dem, was dort verlangt wird.',
  'shell.wayOn.linkOfSomebodyElse':
    'Nehmen Sie den Link aus Ihrer eigenen Mail, oder bestätigen Sie in der Konsole, wenn Sie die Rolle Sendungen starten haben.',
  'shell.wayOn.questionAskedAnew': 'Nehmen Sie den Link aus Ihrer neuesten Mail, oder entscheiden Sie in der Konsole.',
  'shell.wayOn.runDecided':
    'Wer bestätigt hat, kann das bis zum Beginn des Sendens zurückziehen; wer die Rolle Sendungen starten hat, kann die Ausführung abbrechen. Nach einer Ablehnung oder einem Änderungswunsch bereiten Sie den Versand erneut vor.',
  'shell.wayOn.deadlinePassed': 'Bereiten Sie den Versand erneut vor, um noch einmal zu fragen.',
  'shell.wayOn.notAwaiting': 'Laden Sie die Seite neu und sehen Sie sich die Ausführung an.',
  'shell.wayOn.notAsked': 'Bitten Sie {{names}}.',
  'shell.wayOn.notInPolicy': 'Bitten Sie jemanden, den sie nennen.',
  'shell.wayOn.fourEyes': 'Bitten Sie jemand anderen, der bestätigen darf. Ablehnen können Sie.',
  'shell.wayOn.confirmedByYou':
    'Für Sie ist nichts mehr zu tun. Ihre Bestätigung können Sie zurückziehen, bis das Senden beginnt.',
  'shell.wayOn.warningsUnacknowledged': 'Sehen Sie sich die Warnungen an, haken Sie jede ab, dann bestätigen Sie.',
  'shell.wayOn.nothingToWithdraw': 'Laden Sie die Seite neu und sehen Sie sich die Ausführung an.',
  'shell.wayOn.sendingBegan': 'Halten Sie die Ausführung an oder brechen Sie sie ab.',
  'shell.wayOn.notConfirmedByYou': 'Bitten Sie, wer bestätigt hat, oder brechen Sie die Ausführung ab.',
  'shell.wayOn.nobodyIsAsked': 'Laden Sie die Seite neu und sehen Sie sich die Ausführung an.',
  'shell.wayOn.approverNotAsked': 'Laden Sie die Seite neu und nehmen Sie jemanden, der gefragt ist.',
  'shell.wayOn.approverHasConfirmed': 'Wer bestätigt hat, kann die Bestätigung zurückziehen.',
  'shell.wayOn.noSuchApprover': 'Geben Sie die Adresse von jemandem an, der bestätigen darf.',
  'shell.wayOn.approverAskedAlready': 'Nehmen Sie jemand anderen.',
  'shell.wayOn.approverIsAuthor': 'Nehmen Sie jemand anderen.',
  'shell.wayOn.notInThisState': 'Laden Sie die Seite neu und sehen Sie sich die Ausführung an.',
  'shell.wayOn.runMovedOn': 'Laden Sie die Seite neu, und wiederholen Sie es, wenn es dann noch stimmt.',
  'shell.wayOn.runUnderway': 'Warten Sie ihr Ende ab, oder brechen Sie sie zuerst ab.',
  'shell.wayOn.stillSending': 'Warten Sie, bis sie abgeschlossen ist, oder brechen Sie sie zuerst ab.',
  'shell.wayOn.resentAlready':
    'Sehen Sie sich die Ausführung an, die das getan hat; was dort unbekannt ist, lässt sich von dort aus noch einmal senden.',
  'shell.wayOn.resendUnderway':
    'Entscheiden Sie über jene Ausführung, oder brechen Sie sie ab und versuchen Sie es erneut.',
  'shell.wayOn.nothingUnknown': 'Es gibt nichts, was noch einmal zu senden wäre.',
  'shell.wayOn.answersOutstanding': 'Versuchen Sie es nach diesem Zeitpunkt erneut: {{until}}.',
  'shell.wayOn.unknownChanged':
    'Laden Sie die Liste neu, sehen Sie sie sich an, und senden Sie dann so viele noch einmal.',
  'shell.wayOn.startPast':
    'Geben Sie dem Versand ein späteres Datum, oder lassen Sie ihn beginnen, sobald er bestätigt ist.',
  'shell.wayOn.seriesOver': 'Geben Sie dem Versand ein späteres Ende, mehr Ausführungen oder einen anderen Rhythmus.',
  'shell.wayOn.scheduleImpossible': 'Ändern Sie den Zeitplan des Versands, und bereiten Sie ihn dann vor.',
  'shell.wayOn.nothingPrepared': 'Warten Sie, bis die Vorbereitung zu Ende ist.',
  'shell.wayOn.proofsToStrangers':
    'Nehmen Sie sie heraus. Testmails gehen an Personen, die sich hier anmelden können, und an die Adressen und Domains, die der Betrieb dafür genannt hat.',
  'shell.wayOn.proofsOfRunUsedUp':
    'Senden Sie an weniger Personen. Eine erneut vorbereitete Ausführung hat eigene Testmails.',
  'shell.wayOn.proofsOfDayUsedUp':
    'Senden Sie an weniger Personen, oder warten Sie bis zu diesem Zeitpunkt: {{until}}.',
  'shell.wayOn.proofsHeldBack':
    'Senden Sie den Rest in einigen Minuten. Bleibt es dabei, ist das Tageskontingent des Kontos verbraucht.',
  'shell.wayOn.proofsRefused':
    'Fragen Sie den Betrieb, ob der Absender verifiziert ist. In der Sandbox von SES geht Mail nur an verifizierte Adressen.',
  'shell.wayOn.proofOptedOut': 'Lassen Sie diese weg: Eine Abmeldung gilt auch für Testmails.',
  'shell.wayOn.mailNotRendered':
    'Bereiten Sie den Versand noch einmal vor: Die Prüfungen sagen, für wen das gilt und wo in der Vorlage.',
  'shell.wayOn.campaignChanged': 'Laden Sie die Seite neu und wiederholen Sie Ihre Änderung.',
  'shell.wayOn.csvUnreadable':
    'Speichern Sie die Tabelle noch einmal als CSV; die erste Zeile nennt die Spalten, eine davon heißt email.',
  'shell.wayOn.csvEmpty':
    'Wählen Sie eine Datei, deren erste Zeile die Spalten nennt, und darunter für jede Person eine Zeile.',
  'shell.wayOn.noAddressColumn':
    'Nennen Sie die Spalte mit den Adressen in der ersten Zeile „email“, und importieren Sie die Datei erneut.',
  'shell.wayOn.importUnderway': 'Versuchen Sie es in einer Minute erneut; von dieser Datei wurde nichts importiert.',
  'shell.wayOn.importGivenUp':
    'Importieren Sie die Datei erneut. Wird sie wieder aufgegeben, bitten Sie den Betrieb, in das Protokoll zu sehen.',
  'shell.wayOn.fileTooLarge':
    'Teilen Sie die Datei in zwei, beide mit der ersten Zeile, und importieren Sie beide in dieselbe Liste. Es wurde nichts importiert.',
  'shell.wayOn.tooManyRows':
    'Teilen Sie die Datei in zwei, beide mit der ersten Zeile, und importieren Sie beide in dieselbe Liste. Es wurde nichts importiert.',
  'shell.wayOn.tooManyColumns': 'Nehmen Sie die Spalten heraus, die keine Mail braucht. Es wurde nichts importiert.',
  'shell.wayOn.bytesLost': 'Senden Sie sie mit dem Content-Type application/octet-stream. Es wurde nichts importiert.',
  'shell.wayOn.badBytes':
    'Berichtigen Sie die Buchstaben dort und speichern Sie die Datei als UTF-8. Es wurde nichts importiert.',
  'shell.wayOn.encodingUnknown': 'Speichern Sie die Tabelle als CSV in UTF-8. Es wurde nichts importiert.',
  'shell.wayOn.optOutUnclear':
    'Nennen Sie die Spalte „opted_out“ oder „quarantined“ und schreiben Sie ja oder nein hinein, oder nehmen Sie sie aus der Datei. Es wurde nichts importiert.',
  'shell.wayOn.noValidAddress':
    'Sehen Sie nach, ob die Spalte mit den Adressen „email“ heißt. Es wurde nichts importiert.',
  'shell.wayOn.idsOfOthers':
    'Sind es Zeilennummern, nehmen Sie die Spalte mit den ids aus der Datei. Haben diese Personen wirklich neue Adressen, bestätigen Sie das. Es wurde nichts importiert.',
  'shell.wayOn.eventsTooFast':
    'Berechnen Sie die Statistiken erneut, wenn weniger los ist; die Bilanz wird ohnehin jede Stunde geprüft.',
  'shell.wayOn.countTookTooLong':
    'Berechnen Sie die Statistiken erneut, wenn weniger los ist; die Bilanz wird ohnehin jede Stunde geprüft.',
  'shell.wayOn.runNotCounted': 'Berechnen Sie die Statistiken erneut.',
  'shell.wayOn.campaignNotCounted': 'Sehen Sie sich die Zahlen an, oder berechnen Sie die Statistiken erneut.',
  'shell.wayOn.notInQuarantine': 'Es gibt nichts zu entlassen.',
  'shell.wayOn.addressChanged': 'Laden Sie das Profil neu und sehen Sie es sich an.',
  'shell.wayOn.notOptedOut': 'Es gibt nichts festzuhalten.',
  'shell.wayOn.personErased':
    'Wer sich neu anmeldet, bekommt ein neues Profil: Importieren Sie es und halten Sie die Einwilligung dort fest.',
  'shell.wayOn.campaignTooLarge':
    'Kürzen Sie den Inhalt: Lassen Sie weg, was niemand sieht, und legen Sie Bilder auf einen Server statt in das HTML.',
  'shell.wayOn.settingsTooLarge':
    'Vergleichen Sie mit weniger oder kürzeren Werten: Kennzeichnen Sie diese Personen beim Import durch eine Liste oder ein Attribut.',
};

/** How to go on, one sentence for each cause. */
export const wayOnWords = { en, de };
