import type { ContentCause, FileCause, ProblemCause } from '../../../../domain/http/problem-cause.ts';

type Words = Record<`shell.cause.${Exclude<ProblemCause, ContentCause | FileCause>}`, string>;

export const words: Words = {
  'shell.cause.noPermission': 'Ihre Berechtigungen erlauben es nicht, {action}.',
  'shell.cause.accountGone': 'Ihr Konto gibt es nicht mehr.',
  'shell.cause.accountGoneAtProvider': 'Ihr Konto gibt es hier nicht mehr.',
  'shell.cause.accountDisabled': 'Ihr Konto ist gesperrt.',
  'shell.cause.accountNotReady':
    'Für Ihr Konto steht noch ein Schritt der Anmeldung aus, zum Beispiel ein neues Passwort.',
  'shell.cause.providerUnknown': 'Der Identitätsanbieter Ihres Kontos gehört nicht zu dieser Umgebung.',
  'shell.cause.addressNotOfProvider': 'Ihr Identitätsanbieter spricht nicht für die Domain Ihrer Adresse.',
  'shell.cause.addressUnverified': 'Ihr Identitätsanbieter sagt nicht, dass Ihre Adresse bestätigt ist.',
  'shell.cause.passwordNotAllowed':
    'Ihr Konto meldet sich mit einem Passwort an, und für Ihre Adresse gilt hier keines.',
  'shell.cause.setByProvider': 'Darüber entscheidet {name}, wo sich diese Person anmeldet.',
  'shell.cause.signsInByProvider':
    'Personen mit Adressen dieser Domain melden sich mit dem Konto ihres Unternehmens an und werden nicht eingeladen.',
  'shell.cause.lastAdministrator': 'Das ist die letzte Person mit der Rolle Administration, die sich anmelden kann.',
  'shell.cause.personExists': 'Diese Adresse hat schon jemand.',
  'shell.cause.personGone': 'Diese Person gibt es nicht mehr.',
  'shell.cause.peopleBeingChanged': 'In diesem Moment ändert jemand anderes Personen.',
  'shell.cause.onlyPeople': 'Das dürfen nur Personen, keine Maschine.',
  'shell.cause.scopeMissing': 'Dieser Maschine fehlt die Berechtigung, die dafür nötig ist.',
  'shell.cause.machineRevoked': 'Diese Maschine wurde widerrufen, oder ihr Schlüssel wurde ersetzt.',
  'shell.cause.machineTooFast': 'Diese Maschine fragt mehr als {limit} Mal in der Minute.',
  'shell.cause.machineGone': 'Diese Maschine gibt es nicht mehr.',
  'shell.cause.machineNamed': 'Es gibt schon eine Maschine mit dem Namen {name}.',
  'shell.cause.machinesMovedOn': 'Jemand anderes hat inzwischen Maschinen geändert.',
  'shell.cause.tooManyMachines': 'Es gibt schon {limit} Maschinen.',
  'shell.cause.webhookGone': 'Diesen Webhook gibt es nicht mehr.',
  'shell.cause.webhookAddress': 'An so eine Adresse wird nichts gesendet.',
  'shell.cause.webhookMovedOn': 'Jemand anderes hat diesen Webhook inzwischen geändert.',
  'shell.cause.tooManyWebhooks': 'Es gibt schon {limit} Webhooks.',
  'shell.cause.webhookOfChat': 'Ein Chat prüft keine Signatur.',
  'shell.cause.notInvited': 'Diese Person hat schon ein eigenes Passwort oder ist gesperrt.',
  'shell.cause.linkOfSomebodyElse': 'Dieser Link ging an jemand anderen.',
  'shell.cause.questionAskedAnew':
    'Seit dieser Link verschickt wurde, wird neu gefragt: Eine Bestätigung wurde zurückgezogen, oder der Start wurde verpasst.',
  'shell.cause.runDecided': 'Diese Ausführung ist schon entschieden: {by} {decision}, {at}.',
  'shell.cause.deadlinePassed': 'Die Frist zur Entscheidung endete am {at}; es wird nichts gesendet.',
  'shell.cause.notAwaiting': 'Die Ausführung wartet auf keine Bestätigung; ihr Zustand ist: {state}.',
  'shell.cause.notAsked': 'Sie gehören nicht zu denen, die um Bestätigung dieser Ausführung gebeten wurden.',
  'shell.cause.notInPolicy': 'Sie gehören nicht zu denen, die die Regeln dieser Ausführung zur Bestätigung nennen.',
  'shell.cause.fourEyes':
    'Sie haben diese Ausführung vorbereitet oder seit der letzten Bestätigung am Versand mitgewirkt, deshalb zählt Ihre Bestätigung nicht (Vier-Augen-Prinzip).',
  'shell.cause.confirmedByYou':
    'Sie haben diese Ausführung am {at} bestätigt; sie wartet auf eine weitere Bestätigung.',
  'shell.cause.warningsUnacknowledged': 'Warnungen, die Sie noch nicht zur Kenntnis genommen haben: {missing}.',
  'shell.cause.nothingToWithdraw':
    'Es gibt keine Bestätigung, die man zurückziehen könnte; der Zustand der Ausführung ist: {state}.',
  'shell.cause.sendingBegan':
    'Zum Zurückziehen ist es zu spät: Das Senden begann am {at}. Nachrichten, die seither in Arbeit oder gesendet sind: {claimed}.',
  'shell.cause.notConfirmedByYou':
    'Sie haben diese Ausführung nicht bestätigt; von Ihnen gibt es nichts zurückzuziehen.',
  'shell.cause.nobodyIsAsked': 'Es wird gerade niemand gefragt; der Zustand der Ausführung ist: {state}.',
  'shell.cause.approverNotAsked': 'Die Person, deren Teil Sie weitergeben wollen, gehört nicht zu den Gefragten.',
  'shell.cause.approverHasConfirmed': '{name} hat schon bestätigt.',
  'shell.cause.noSuchApprover': 'Niemand mit der Rolle Sendungen starten hat diese Adresse.',
  'shell.cause.approverAskedAlready': '{name} ist schon gefragt.',
  'shell.cause.approverIsAuthor':
    '{name} hat diese Ausführung vorbereitet oder am Versand mitgewirkt; die Bestätigung würde nicht zählen.',
  'shell.cause.notInThisState': 'Im Zustand dieser Ausführung ist das nicht möglich: {state}.',
  'shell.cause.runUnreadable':
    'Eine Ausführung dieses Versands ist nicht zu Ende, und was von ihr gespeichert ist, kann nicht gelesen werden: {runId}.',
  'shell.cause.runMovedOn': 'Die Ausführung hat sich verändert, während Sie sie ansahen.',
  'shell.cause.runUnderway': 'Eine andere Ausführung dieses Versands ist nicht zu Ende; ihr Zustand ist: {state}.',
  'shell.cause.testNotWaiting': 'Kein Test dieser Ausführung wartet auf seine Entscheidung.',
  'shell.cause.noSuchVariant': 'Keine Variante dieses Tests hat diese Kennung.',
  'shell.cause.stillSending':
    'Welche Nachrichten unbekannt sind, zeigt sich erst, wenn die Ausführung nicht mehr sendet; ihr Zustand ist: {state}.',
  'shell.cause.resentAlready': 'Diese Nachrichten der Ausführung wurden schon noch einmal gesendet.',
  'shell.cause.resendUnderway':
    'Eine andere Ausführung soll unbekannte Nachrichten von dieser noch einmal senden ({messages}); ihr Zustand ist: {state}.',
  'shell.cause.nothingUnknown':
    'Keine Nachricht dieser Ausführung ist unbekannt oder wurde von SES ohne Grund abgelehnt.',
  'shell.cause.answersOutstanding': 'SES kann zu einigen dieser Nachrichten noch antworten.',
  'shell.cause.unknownChanged':
    'Die Zahl der Nachrichten, die sich noch einmal senden lassen, ist jetzt {unknown}; verlangt war {messages}.',
  'shell.cause.startPast': 'Das Senden sollte am {sendAt} beginnen, und das ist vorbei.',
  'shell.cause.seriesOver':
    'Die Reihe hat keinen Start mehr: Jemand hat sie beendet, ihr Ende ist vorbei, ihre Ausführungen sind aufgebraucht, oder ihren Tag gibt es nicht.',
  'shell.cause.scheduleImpossible':
    'Der Zeitplan dieses Versands nennt eine Zeit, die es nicht gibt, oder er hat gar keinen Start.',
  'shell.cause.nothingPrepared': 'Es ist noch nichts vorbereitet; der Zustand der Ausführung ist: {state}.',
  'shell.cause.notInAudience': 'Dieses Profil bekommt von dieser Ausführung keine Nachricht.',
  'shell.cause.proofsToStrangers':
    'Nicht alle diese Adressen dürfen Testmails bekommen. Ihre Stellen in Ihrer Liste: {positions}.',
  'shell.cause.proofsOfRunUsedUp':
    'Sie haben zu viele Testmails verlangt: Eine Ausführung hat {cap}, übrig sind {left}.',
  'shell.cause.proofsOfDayUsedUp':
    'Sie haben zu viele Testmails verlangt: Alle Ausführungen zusammen haben {cap} am Tag, heute sind noch {left} übrig.',
  'shell.cause.proofsNotChecked':
    'Es dauert zu lange, herauszufinden, wem diese Adressen gehören. Es wurde keine Testmail gesendet.',
  'shell.cause.proofsHeldBack':
    'SES nimmt im Augenblick keine weiteren Mails an. Testmails gesendet: {sent}, nicht gesendet: {left}.',
  'shell.cause.proofsRefused': 'SES nimmt diese Testmail nicht an. Testmails gesendet: {sent}, nicht gesendet: {left}.',
  'shell.cause.proofOptedOut':
    'Einige dieser Adressen sind abgemeldet. Ihre Stellen in Ihrer Liste: {positions}. Es wurde keine Testmail gesendet.',
  'shell.cause.proofSuppressed':
    'Einige dieser Adressen stehen auf der Sperrliste der Organisation. Ihre Stellen in Ihrer Liste: {positions}. Es wurde keine Testmail gesendet.',
  'shell.cause.mailNotRendered': 'Für diesen Empfänger lässt sich die Mail nicht zusammensetzen.',
  'shell.cause.topicUnknown': 'In dieser Umgebung gibt es kein Thema „{topic}“.',
  'shell.cause.campaignArchived': 'Dieser Versand ist archiviert.',
  'shell.cause.campaignHasRuns': 'Dieser Versand wurde vorbereitet: Ausführungen und ihr Verlauf nennen ihn.',
  'shell.cause.seriesNotEnded': 'Die Reihe dieses Versands ist nicht beendet; ihr Zustand ist: {seriesState}.',
  'shell.cause.campaignChanged': 'Jemand anderes hat diesen Versand inzwischen geändert.',
  'shell.cause.eventsTooFast':
    'Ereignisse treffen schneller ein, als sie gezählt werden können. Es wurde nichts geändert.',
  'shell.cause.countTookTooLong': 'Die Zählung dauerte zu lange und wurde aufgegeben. Es wurde nichts geändert.',
  'shell.cause.runNotCounted': 'Diese Ausführung wird gerade nicht gezählt.',
  'shell.cause.campaignNotCounted': 'Dieser Versand wird gerade nicht gezählt.',
  'shell.cause.notInQuarantine': 'Die Adresse ist nicht in Quarantäne.',
  'shell.cause.addressChanged':
    'An dieser Adresse hat sich inzwischen etwas anderes geändert; sie wurde nicht entlassen.',
  'shell.cause.notSuppressed': 'Das steht nicht auf der Sperrliste.',
  'shell.cause.noSuppressionEntry': 'Darin steht keine Adresse, keine Domain und kein SHA-256.',
  'shell.cause.notOptedOut': 'Weder das Profil noch seine Adresse hat sich abgemeldet.',
  'shell.cause.profileMerged': 'Dieses Profil wurde mit {into} zusammengeführt.',
  'shell.cause.mergedIntoItself': 'Ein Profil lässt sich nicht mit sich selbst zusammenführen.',
  'shell.cause.profileBeingImported': 'Ein Import, der noch nicht zu Ende ist, nennt eines der beiden Profile.',
  'shell.cause.personErased': 'Die Person dieses Profils ist gelöscht.',
  'shell.cause.mailOfErased': 'Die Person, die diese Mail bekam, ist gelöscht.',
  'shell.cause.campaignTooLarge':
    'Der Inhalt ist zu groß: Er hat {bytes} Bytes, {limit} haben Platz. Der Versand wurde nicht gespeichert.',
  'shell.cause.settingsTooLarge':
    'Filter, Regeln und Vorgaben sind zu groß: Zusammen haben sie {bytes} Bytes, {limit} haben Platz. Es wurde nichts gespeichert.',
  'shell.cause.noSeries': 'Dieser Versand ist keine Reihe: Er wird einmal gesendet.',
  'shell.cause.seriesNotInThisState': 'Das geht bei dieser Reihe jetzt nicht; ihr Zustand ist: {seriesState}.',
  'shell.cause.seriesEndPast': 'Das Datum, nach dem die Reihe enden soll, ist vorbei.',
  'shell.cause.notTheNextStart': 'Der nächste Start der Reihe ist inzwischen ein anderer: {sendAt}.',
  'shell.cause.tooManySkipped': 'Es sind schon {limit} künftige Starts ausgelassen; mehr werden nicht vorgemerkt.',
  'shell.cause.seriesMovedOn': 'Jemand anders hat diese Reihe im selben Moment geändert.',
  'shell.cause.unaskedForbidden': 'In dieser Umgebung wird jede Ausführung bestätigt, auch die einer Reihe.',
  'shell.cause.profileRefused': 'Das Profil wurde nicht gespeichert: {why}.',
  'shell.cause.listInUse':
    'Versände und Segmente verwenden diese Liste; sie würden über sie niemanden erreichen oder ließen sich nicht vorbereiten ({usedBy}): {names}.',
  'shell.cause.testListTooLong':
    'Eine Liste von Testprofilen hat höchstens {limit} Adressen; diese hat mehr und bleibt eine Liste wie andere.',
  'shell.cause.listBeingImported': 'In diese Liste wird gerade importiert.',
  'shell.cause.audienceFull': 'Die Bedingungen dieser Zielgruppe nehmen keine weitere auf.',
  'shell.cause.segmentUnknown': 'Dieses Segment gibt es nicht: {names}.',
  'shell.cause.runUnknown': 'Eine Bedingung fragt nach einer Ausführung, die es nicht gibt: {names}.',
  'shell.cause.campaignUnknown': 'Eine Bedingung fragt nach einem Versand, den es nicht gibt: {names}.',
  'shell.cause.segmentChanged': 'Jemand anderes hat dieses Segment inzwischen geändert oder gelöscht.',
  'shell.cause.segmentInUse':
    'Versände nennen dieses Segment und könnten ohne es nicht vorbereitet werden ({usedBy}): {names}.',
  'shell.cause.segmentNotCounted':
    'Die Bedingungen fragen nach {messages} Nachrichten; für eine Zählung werden {limit} angesehen.',
  'shell.cause.segmentRunsUnknown':
    'Die Bedingungen fragen nach Ausführungen, von denen niemand weiß, wer sie bekommen hat: {names}.',
  'shell.cause.tooManySegments': 'Es gibt schon {limit} Segmente; mehr sind nicht möglich.',
};
