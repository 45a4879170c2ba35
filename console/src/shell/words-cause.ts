import type { ProblemCause } from '../../../domain/problem-cause.ts';

type Words = Record<`shell.cause.${ProblemCause}`, string>;

const en: Words = {
  'shell.cause.noPermission': 'Your permissions do not allow you to {{action}}.',
  'shell.cause.linkOfSomebodyElse': 'This link was mailed to somebody else.',
  'shell.cause.questionAskedAnew':
    'A confirmation was withdrawn since this link was mailed; the question was asked anew.',
  'shell.cause.runDecided': 'This run is already decided: {{by}} {{decision}}, {{at}}.',
  'shell.cause.deadlinePassed': 'The time to decide was over at {{at}}; nothing is sent.',
  'shell.cause.notAwaiting': 'The run waits for no confirmation; its state is: {{state}}.',
  'shell.cause.notAsked': 'You are not one of those who were asked to confirm this run.',
  'shell.cause.notInPolicy': 'You are not one of those whom the policy of this run names.',
  'shell.cause.fourEyes':
    'You prepared this run or last edited its campaign, so your confirmation does not count (four eyes).',
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
  'shell.cause.approverIsAuthor': '{{name}} prepared this run or last edited its campaign, so would not count.',
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
  'shell.cause.nothingPrepared': 'Nothing is prepared yet; the state of the run is: {{state}}.',
  'shell.cause.mailNotRendered': 'The mail cannot be put together for this recipient.',
  'shell.cause.campaignChanged': 'Somebody else changed this campaign meanwhile.',
  'shell.cause.csvUnreadable': 'The file cannot be read as CSV. Often a quotation mark is not closed.',
  'shell.cause.csvEmpty': 'The file holds no rows.',
  'shell.cause.noAddressColumn': 'No column of the file holds mail addresses.',
  'shell.cause.importUnderway': 'Another import is being written.',
  'shell.cause.eventsTooFast': 'Events are arriving faster than they can be counted. Nothing was changed.',
  'shell.cause.countTookTooLong': 'The count took too long and was given up. Nothing was changed.',
  'shell.cause.runNotCounted': 'Nobody is counting this run.',
  'shell.cause.campaignNotCounted': 'Nobody is counting this campaign.',
  'shell.cause.notInQuarantine': 'The address is not in quarantine.',
  'shell.cause.addressChanged': 'Something else changed at this address meanwhile; it was not released.',
};

const de: Words = {
  'shell.cause.noPermission': 'Ihre Berechtigungen erlauben es nicht, {{action}}.',
  'shell.cause.linkOfSomebodyElse': 'Dieser Link ging an jemand anderen.',
  'shell.cause.questionAskedAnew':
    'Seit dieser Link verschickt wurde, hat jemand eine Bestätigung zurückgezogen; es wird neu gefragt.',
  'shell.cause.runDecided': 'Diese Ausführung ist schon entschieden: {{by}} {{decision}}, {{at}}.',
  'shell.cause.deadlinePassed': 'Die Frist zur Entscheidung endete am {{at}}; es wird nichts gesendet.',
  'shell.cause.notAwaiting': 'Die Ausführung wartet auf keine Bestätigung; ihr Zustand ist: {{state}}.',
  'shell.cause.notAsked': 'Sie gehören nicht zu denen, die um Bestätigung dieser Ausführung gebeten wurden.',
  'shell.cause.notInPolicy': 'Sie gehören nicht zu denen, die die Regeln dieser Ausführung zur Bestätigung nennen.',
  'shell.cause.fourEyes':
    'Sie haben diese Ausführung vorbereitet oder den Versand zuletzt geändert, deshalb zählt Ihre Bestätigung nicht (Vier-Augen-Prinzip).',
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
    '{{name}} hat diese Ausführung vorbereitet oder den Versand zuletzt geändert; die Bestätigung würde nicht zählen.',
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
  'shell.cause.nothingPrepared': 'Es ist noch nichts vorbereitet; der Zustand der Ausführung ist: {{state}}.',
  'shell.cause.mailNotRendered': 'Für diesen Empfänger lässt sich die Mail nicht zusammensetzen.',
  'shell.cause.campaignChanged': 'Jemand anderes hat diesen Versand inzwischen geändert.',
  'shell.cause.csvUnreadable':
    'Die Datei lässt sich nicht als CSV lesen. Oft ist ein Anführungszeichen nicht geschlossen.',
  'shell.cause.csvEmpty': 'Die Datei enthält keine Zeilen.',
  'shell.cause.noAddressColumn': 'Keine Spalte der Datei enthält Mailadressen.',
  'shell.cause.importUnderway': 'Ein anderer Import wird gerade geschrieben.',
  'shell.cause.eventsTooFast':
    'Ereignisse treffen schneller ein, als sie gezählt werden können. Es wurde nichts geändert.',
  'shell.cause.countTookTooLong': 'Die Zählung dauerte zu lange und wurde aufgegeben. Es wurde nichts geändert.',
  'shell.cause.runNotCounted': 'Diese Ausführung wird gerade nicht gezählt.',
  'shell.cause.campaignNotCounted': 'Dieser Versand wird gerade nicht gezählt.',
  'shell.cause.notInQuarantine': 'Die Adresse ist nicht in Quarantäne.',
  'shell.cause.addressChanged':
    'An dieser Adresse hat sich inzwischen etwas anderes geändert; sie wurde nicht entlassen.',
};

/** What is wrong, one sentence for each cause; a cause without its sentence in both languages does not compile. */
export const causeWords = { en, de };
