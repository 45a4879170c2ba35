import type { ProblemCause } from '../../../domain/http/problem-cause.ts';

type Words = Record<`shell.cause.${ProblemCause}`, string>;

const en: Words = {
  'shell.cause.noPermission': 'Your permissions do not allow you to {{action}}.',
  'shell.cause.accountGone': 'Your account no longer exists.',
  'shell.cause.accountDisabled': 'Your account is disabled.',
  'shell.cause.accountNotReady': 'A step of signing in is still open for your account, such as a new password.',
  'shell.cause.linkOfSomebodyElse': 'This link was mailed to somebody else.',
  'shell.cause.questionAskedAnew':
    'The question was asked anew since this link was mailed: a confirmation was withdrawn, or the start was missed.',
  'shell.cause.runDecided': 'This run is already decided: {{by}} {{decision}}, {{at}}.',
  'shell.cause.deadlinePassed': 'The time to decide was over at {{at}}; nothing is sent.',
  'shell.cause.notAwaiting': 'The run waits for no confirmation; its state is: {{state}}.',
  'shell.cause.notAsked': 'You are not one of those who were asked to confirm this run.',
  'shell.cause.notInPolicy': 'You are not one of those whom the policy of this run names.',
  'shell.cause.fourEyes':
    'You prepared this run or had a hand in its campaign since it was last confirmed, so your confirmation does not count (four eyes).',
  'shell.cause.confirmedByYou': 'You confirmed this run at {{at}}; it waits for another confirmation.',
  'shell.cause.warningsUnacknowledged': 'Warnings that you have not acknowledged yet: {{missing}}.',
  'shell.cause.nothingToWithdraw': 'There is no confirmation to withdraw; the state of the run is: {{state}}.',
  'shell.cause.sendingBegan':
    'It is too late to withdraw: sending began at {{at}}. Messages in work or sent by now: {{claimed}}.',
  'shell.cause.notConfirmedByYou': 'You have not confirmed this run, so there is nothing of yours to withdraw.',
  'shell.cause.nobodyIsAsked': 'Nobody is being asked; the state of the run is: {{state}}.',
  'shell.cause.approverNotAsked': 'The person whose part you want to give away is not one of those who are asked.',
  'shell.cause.approverHasConfirmed': '{{name}} has confirmed already.',
  'shell.cause.noSuchApprover': 'Nobody with the role Start deliveries has this address.',
  'shell.cause.approverAskedAlready': '{{name}} is asked already.',
  'shell.cause.approverIsAuthor': '{{name}} prepared this run or had a hand in its campaign, so would not count.',
  'shell.cause.notInThisState': 'This is not possible in the state of the run: {{state}}.',
  'shell.cause.runMovedOn': 'The run moved on while you were looking at it.',
  'shell.cause.runUnderway': 'Another run of this campaign has not ended; its state is: {{state}}.',
  'shell.cause.stillSending':
    'Which messages are unknown shows only when the run no longer sends; its state is: {{state}}.',
  'shell.cause.resentAlready': 'The unknown messages of this run were sent again already.',
  'shell.cause.resendUnderway':
    'Another run is to send unknown messages of this one again ({{messages}}); its state is: {{state}}.',
  'shell.cause.nothingUnknown': 'No message of this run is unknown.',
  'shell.cause.answersOutstanding': 'SES may still answer for some of these messages.',
  'shell.cause.unknownChanged': 'The number of unknown messages is now {{unknown}}; you asked for {{messages}}.',
  'shell.cause.startPast': 'Sending should start at {{sendAt}}, and that is past.',
  'shell.cause.seriesOver':
    'The series has no start any more: its end is past, its runs are used up, or its day never comes.',
  'shell.cause.scheduleImpossible':
    'The schedule of this campaign names a time that does not exist, or it has no start at all.',
  'shell.cause.nothingPrepared': 'Nothing is prepared yet; the state of the run is: {{state}}.',
  'shell.cause.proofsToStrangers':
    'Not all of these addresses may get proofs. Their positions in your list: {{positions}}.',
  'shell.cause.proofsOfRunUsedUp': 'You asked for too many proofs: a run has {{cap}}, and {{left}} are left.',
  'shell.cause.proofsOfDayUsedUp':
    'You asked for too many proofs: all runs together have {{cap}} a day, and {{left}} are left today.',
  'shell.cause.proofsHeldBack': 'SES takes no more mails at the moment. Proofs sent: {{sent}}, not sent: {{left}}.',
  'shell.cause.proofsRefused': 'SES does not take this proof. Proofs sent: {{sent}}, not sent: {{left}}.',
  'shell.cause.proofOptedOut':
    'Some of these addresses opted out. Their positions in your list: {{positions}}. No proof was sent.',
  'shell.cause.mailNotRendered': 'The mail cannot be put together for this recipient.',
  'shell.cause.campaignChanged': 'Somebody else changed this campaign meanwhile.',
  'shell.cause.csvUnreadable': 'The file cannot be read as CSV. Often a quotation mark is not closed.',
  'shell.cause.csvEmpty': 'The file holds no rows.',
  'shell.cause.noAddressColumn': 'No column of the file holds mail addresses.',
  'shell.cause.importUnderway': 'Another import is being written.',
  'shell.cause.importGivenUp':
    'The import could not be written and was given up. Of its rows ({{rows}}), {{written}} stand in their profiles; the list is what it was.',
  'shell.cause.fileTooLarge': 'The file has {{bytes}} bytes; at most {{maxBytes}} fit into one import.',
  'shell.cause.tooManyRows':
    'The file has {{rows}} rows, which take {{writes}} writes; at most {{maxWrites}} fit into one import. An opt-out takes one more than the row, a quarantine three more.',
  'shell.cause.tooManyColumns': 'The file has {{width}} columns; at most {{maxWidth}} fit.',
  'shell.cause.bytesLost': 'The file was sent as text and is not UTF-8: some of its letters were lost on the way.',
  'shell.cause.badBytes': 'The file is UTF-8, except for some letters in other bytes, in these lines: {{lines}}.',
  'shell.cause.encodingUnknown': 'The file is neither UTF-8, UTF-16 nor Windows-1252 text. It may be no CSV file.',
  'shell.cause.optOutUnclear':
    'Who opted out or is in quarantine cannot be read with certainty. What these columns hold: {{columns}}.',
  'shell.cause.noValidAddress': 'Not one of the rows ({{rows}}) has a valid mail address.',
  'shell.cause.idsOfOthers':
    'Of the ids in the file, {{known}} are known, and {{changed}} of them belong to other addresses.',
  'shell.cause.eventsTooFast': 'Events are arriving faster than they can be counted. Nothing was changed.',
  'shell.cause.countTookTooLong': 'The count took too long and was given up. Nothing was changed.',
  'shell.cause.runNotCounted': 'Nobody is counting this run.',
  'shell.cause.campaignNotCounted': 'Nobody is counting this campaign.',
  'shell.cause.notInQuarantine': 'The address is not in quarantine.',
  'shell.cause.addressChanged': 'Something else changed at this address meanwhile; it was not released.',
  'shell.cause.notOptedOut': 'Neither the profile nor its address has opted out.',
  'shell.cause.personErased': 'The person of this profile is erased.',
  'shell.cause.campaignTooLarge':
    'The campaign is too large: it has {{bytes}} bytes, and {{limit}} fit. It was not saved.',
  'shell.cause.settingsTooLarge':
    'Filter, rules and policy are too large: together they have {{bytes}} bytes, and {{limit}} fit. It was not saved.',
};

const de: Words = {
  'shell.cause.noPermission': 'Ihre Berechtigungen erlauben es nicht, {{action}}.',
  'shell.cause.accountGone': 'Ihr Konto gibt es nicht mehr.',
  'shell.cause.accountDisabled': 'Ihr Konto ist gesperrt.',
  'shell.cause.accountNotReady':
    'Für Ihr Konto steht noch ein Schritt der Anmeldung aus, zum Beispiel ein neues Passwort.',
  'shell.cause.linkOfSomebodyElse': 'Dieser Link ging an jemand anderen.',
  'shell.cause.questionAskedAnew':
    'Seit dieser Link verschickt wurde, wird neu gefragt: Eine Bestätigung wurde zurückgezogen, oder der Start wurde verpasst.',
  'shell.cause.runDecided': 'Diese Ausführung ist schon entschieden: {{by}} {{decision}}, {{at}}.',
  'shell.cause.deadlinePassed': 'Die Frist zur Entscheidung endete am {{at}}; es wird nichts gesendet.',
  'shell.cause.notAwaiting': 'Die Ausführung wartet auf keine Bestätigung; ihr Zustand ist: {{state}}.',
  'shell.cause.notAsked': 'Sie gehören nicht zu denen, die um Bestätigung dieser Ausführung gebeten wurden.',
  'shell.cause.notInPolicy': 'Sie gehören nicht zu denen, die die Regeln dieser Ausführung zur Bestätigung nennen.',
  'shell.cause.fourEyes':
    'Sie haben diese Ausführung vorbereitet oder seit der letzten Bestätigung am Versand mitgewirkt, deshalb zählt Ihre Bestätigung nicht (Vier-Augen-Prinzip).',
  'shell.cause.confirmedByYou':
    'Sie haben diese Ausführung am {{at}} bestätigt; sie wartet auf eine weitere Bestätigung.',
  'shell.cause.warningsUnacknowledged': 'Warnungen, die Sie noch nicht zur Kenntnis genommen haben: {{missing}}.',
  'shell.cause.nothingToWithdraw':
    'Es gibt keine Bestätigung, die man zurückziehen könnte; der Zustand der Ausführung ist: {{state}}.',
  'shell.cause.sendingBegan':
    'Zum Zurückziehen ist es zu spät: Das Senden begann am {{at}}. Nachrichten, die seither in Arbeit oder gesendet sind: {{claimed}}.',
  'shell.cause.notConfirmedByYou':
    'Sie haben diese Ausführung nicht bestätigt; von Ihnen gibt es nichts zurückzuziehen.',
  'shell.cause.nobodyIsAsked': 'Es wird gerade niemand gefragt; der Zustand der Ausführung ist: {{state}}.',
  'shell.cause.approverNotAsked': 'Die Person, deren Teil Sie weitergeben wollen, gehört nicht zu den Gefragten.',
  'shell.cause.approverHasConfirmed': '{{name}} hat schon bestätigt.',
  'shell.cause.noSuchApprover': 'Niemand mit der Rolle Sendungen starten hat diese Adresse.',
  'shell.cause.approverAskedAlready': '{{name}} ist schon gefragt.',
  'shell.cause.approverIsAuthor':
    '{{name}} hat diese Ausführung vorbereitet oder am Versand mitgewirkt; die Bestätigung würde nicht zählen.',
  'shell.cause.notInThisState': 'Im Zustand dieser Ausführung ist das nicht möglich: {{state}}.',
  'shell.cause.runMovedOn': 'Die Ausführung hat sich verändert, während Sie sie ansahen.',
  'shell.cause.runUnderway': 'Eine andere Ausführung dieses Versands ist nicht zu Ende; ihr Zustand ist: {{state}}.',
  'shell.cause.stillSending':
    'Welche Nachrichten unbekannt sind, zeigt sich erst, wenn die Ausführung nicht mehr sendet; ihr Zustand ist: {{state}}.',
  'shell.cause.resentAlready': 'Die unbekannten Nachrichten dieser Ausführung wurden schon noch einmal gesendet.',
  'shell.cause.resendUnderway':
    'Eine andere Ausführung soll unbekannte Nachrichten von dieser noch einmal senden ({{messages}}); ihr Zustand ist: {{state}}.',
  'shell.cause.nothingUnknown': 'Keine Nachricht dieser Ausführung ist unbekannt.',
  'shell.cause.answersOutstanding': 'SES kann zu einigen dieser Nachrichten noch antworten.',
  'shell.cause.unknownChanged':
    'Die Zahl der unbekannten Nachrichten ist jetzt {{unknown}}; verlangt war {{messages}}.',
  'shell.cause.startPast': 'Das Senden sollte am {{sendAt}} beginnen, und das ist vorbei.',
  'shell.cause.seriesOver':
    'Die Reihe hat keinen Start mehr: Ihr Ende ist vorbei, ihre Ausführungen sind aufgebraucht, oder ihren Tag gibt es nicht.',
  'shell.cause.scheduleImpossible':
    'Der Zeitplan dieses Versands nennt eine Zeit, die es nicht gibt, oder er hat gar keinen Start.',
  'shell.cause.nothingPrepared': 'Es ist noch nichts vorbereitet; der Zustand der Ausführung ist: {{state}}.',
  'shell.cause.proofsToStrangers':
    'Nicht alle diese Adressen dürfen Testmails bekommen. Ihre Stellen in Ihrer Liste: {{positions}}.',
  'shell.cause.proofsOfRunUsedUp':
    'Sie haben zu viele Testmails verlangt: Eine Ausführung hat {{cap}}, übrig sind {{left}}.',
  'shell.cause.proofsOfDayUsedUp':
    'Sie haben zu viele Testmails verlangt: Alle Ausführungen zusammen haben {{cap}} am Tag, heute sind noch {{left}} übrig.',
  'shell.cause.proofsHeldBack':
    'SES nimmt im Augenblick keine weiteren Mails an. Testmails gesendet: {{sent}}, nicht gesendet: {{left}}.',
  'shell.cause.proofsRefused':
    'SES nimmt diese Testmail nicht an. Testmails gesendet: {{sent}}, nicht gesendet: {{left}}.',
  'shell.cause.proofOptedOut':
    'Einige dieser Adressen sind abgemeldet. Ihre Stellen in Ihrer Liste: {{positions}}. Es wurde keine Testmail gesendet.',
  'shell.cause.mailNotRendered': 'Für diesen Empfänger lässt sich die Mail nicht zusammensetzen.',
  'shell.cause.campaignChanged': 'Jemand anderes hat diesen Versand inzwischen geändert.',
  'shell.cause.csvUnreadable':
    'Die Datei lässt sich nicht als CSV lesen. Oft ist ein Anführungszeichen nicht geschlossen.',
  'shell.cause.csvEmpty': 'Die Datei enthält keine Zeilen.',
  'shell.cause.noAddressColumn': 'Keine Spalte der Datei enthält Mailadressen.',
  'shell.cause.importUnderway': 'Ein anderer Import wird gerade geschrieben.',
  'shell.cause.importGivenUp':
    'Der Import ließ sich nicht schreiben und wurde aufgegeben. Von seinen Zeilen ({{rows}}) stehen {{written}} in ihren Profilen; die Liste ist, was sie war.',
  'shell.cause.fileTooLarge': 'Die Datei hat {{bytes}} Bytes; in einen Import passen höchstens {{maxBytes}}.',
  'shell.cause.tooManyRows':
    'Die Datei hat {{rows}} Zeilen, das sind {{writes}} Schreibvorgänge; in einen Import passen höchstens {{maxWrites}}. Eine Abmeldung braucht einen mehr als die Zeile, eine Quarantäne drei mehr.',
  'shell.cause.tooManyColumns': 'Die Datei hat {{width}} Spalten; höchstens {{maxWidth}} sind möglich.',
  'shell.cause.bytesLost':
    'Die Datei wurde als Text gesendet und ist nicht UTF-8: Einige Buchstaben gingen auf dem Weg verloren.',
  'shell.cause.badBytes':
    'Die Datei ist UTF-8, bis auf einige Buchstaben in anderen Bytes, und zwar in diesen Zeilen: {{lines}}.',
  'shell.cause.encodingUnknown':
    'Die Datei ist weder Text in UTF-8 noch in UTF-16 oder Windows-1252. Vielleicht ist sie keine CSV-Datei.',
  'shell.cause.optOutUnclear':
    'Wer sich abgemeldet hat oder in Quarantäne ist, lässt sich nicht sicher lesen. Was diese Spalten enthalten: {{columns}}.',
  'shell.cause.noValidAddress': 'Keine der Zeilen ({{rows}}) hat eine gültige Mailadresse.',
  'shell.cause.idsOfOthers':
    'Von den ids der Datei sind {{known}} bekannt, und {{changed}} davon gehören zu anderen Adressen.',
  'shell.cause.eventsTooFast':
    'Ereignisse treffen schneller ein, als sie gezählt werden können. Es wurde nichts geändert.',
  'shell.cause.countTookTooLong': 'Die Zählung dauerte zu lange und wurde aufgegeben. Es wurde nichts geändert.',
  'shell.cause.runNotCounted': 'Diese Ausführung wird gerade nicht gezählt.',
  'shell.cause.campaignNotCounted': 'Dieser Versand wird gerade nicht gezählt.',
  'shell.cause.notInQuarantine': 'Die Adresse ist nicht in Quarantäne.',
  'shell.cause.addressChanged':
    'An dieser Adresse hat sich inzwischen etwas anderes geändert; sie wurde nicht entlassen.',
  'shell.cause.notOptedOut': 'Weder das Profil noch seine Adresse hat sich abgemeldet.',
  'shell.cause.personErased': 'Die Person dieses Profils ist gelöscht.',
  'shell.cause.campaignTooLarge':
    'Der Versand ist zu groß: Er hat {{bytes}} Bytes, {{limit}} haben Platz. Er wurde nicht gespeichert.',
  'shell.cause.settingsTooLarge':
    'Filter, Regeln und Vorgaben sind zu groß: Zusammen haben sie {{bytes}} Bytes, {{limit}} haben Platz. Es wurde nichts gespeichert.',
};

/** What is wrong, one sentence for each cause; a cause without its sentence in both languages does not compile. */
export const causeWords = { en, de };
