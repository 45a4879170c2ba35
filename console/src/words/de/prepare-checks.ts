import type { words as en } from '../en/prepare-checks.ts';

export const words: Record<keyof typeof en, string> = {
  'prepare.checks': 'Prüfungen',
  'prepare.checks.sum':
    '{count, plural, one {{passed} bestanden, eine Warnung, {blocking} blockierend} other {{passed} bestanden, {n} Warnungen, {blocking} blockierend}}',
  'prepare.checks.passed': '{count, plural, one {Eine Prüfung bestanden} other {{n} Prüfungen bestanden}}',
  'prepare.checks.footer': 'Warnungen blockieren nicht. Wer bestätigt, sieht sie und nimmt sie ausdrücklich in Kauf.',
  'prepare.checks.blocked':
    'Blockierende Prüfungen beenden die Ausführung. Ändern Sie den Versand, und bereiten Sie ihn erneut vor.',
  'prepare.checkVerdict.passed': 'Bestanden',
  'prepare.checkVerdict.warning': 'Warnung',
  'prepare.checkVerdict.blocking': 'Blockierend',
  'prepare.part.subject': 'Betreff',
  'prepare.part.html': 'HTML',
  'prepare.part.text': 'Textfassung',
  'prepare.check.subjectPresent.passed': 'Es gibt einen Betreff',
  'prepare.check.subjectPresent.wrong': 'Der Betreff fehlt',
  'prepare.check.contentPresent.passed': 'Es gibt einen Inhalt',
  'prepare.check.contentPresent.wrong': 'Der Inhalt fehlt',
  'prepare.check.textPresent.passed': 'Es gibt eine Textfassung',
  'prepare.check.textPresent.wrong': 'Die Textfassung fehlt',
  'prepare.check.unsubscribeLink.passed': 'Abmeldelink in HTML und Text, One-Click-Kopfzeile',
  'prepare.check.unsubscribeLink.wrong': 'Kein sichtbarer Abmeldelink in: {parts}',
  'prepare.check.unsubscribeContrast.passed': 'Der Abmeldelink ist gut zu lesen',
  'prepare.check.unsubscribeContrast.wrong': 'Der Abmeldelink ist blass: Kontrast {contrast}:1',
  'prepare.check.variablesKnown.passed': 'Alle Platzhalter sind Spalten der Liste',
  'prepare.check.variablesKnown.wrong': 'Unbekannte Platzhalter: {names}',
  'prepare.check.templateValid.passed': 'Die Vorlage ist lesbar',
  'prepare.check.templateValid.wrong': 'Die Vorlage ist nicht lesbar',
  'prepare.check.senderVerified.passed': 'Absender {domain} ist bei SES bestätigt',
  'prepare.check.senderVerified.wrong': 'Absender {domain} ist bei SES nicht bestätigt',
  'prepare.check.senderLength.passed': 'SES nimmt den Namen des Absenders',
  'prepare.check.senderLength.wrong': 'Der Name des Absenders ist zu lang für SES',
  'prepare.check.productionAccess.passed': 'SES sendet an jede Adresse',
  'prepare.check.productionAccess.wrong': 'Das SES-Konto ist in der Sandbox',
  'prepare.check.size.passed': 'Größe {kilobytes} KB',
  'prepare.check.size.wrong': 'Größe {kilobytes} KB',
  'prepare.check.quota.passed': 'Braucht {share} des heutigen Kontingents, endet {ends}',
  'prepare.check.quota.wrong': 'Braucht {share} des heutigen Kontingents, endet {ends}',
  'prepare.check.audience.passed': 'Es gibt jemanden, an den gesendet wird',
  'prepare.check.audience.wrong': 'Es bleibt niemand, an den gesendet würde',
  'prepare.check.approvers.passed': 'Genügend Personen dürfen bestätigen',
  'prepare.check.approvers.wrong': 'Diese Ausführung könnte niemand bestätigen',
  'prepare.check.reminders.passed': 'Die weitere Gruppe wird gefragt',
  'prepare.check.reminders.wrong': 'Die Gruppe {group} würde nie gefragt',
  'prepare.check.fatigueDate.passed':
    '{count, plural, one {Höchstens eine Nachricht an eine Person in {withinDays} Tagen davor und danach} other {Höchstens {messages} Nachrichten an eine Person in {withinDays} Tagen davor und danach}}',
  'prepare.check.fatigueDate.wrong':
    '{count, plural, one {Die Grenze von einer Nachricht in {withinDays} Tagen hat kein Kontaktdatum} other {Die Grenze von {messages} Nachrichten in {withinDays} Tagen hat kein Kontaktdatum}}',
  'prepare.hint.fatigueDate.wrong':
    'Die Tage werden ab jetzt gezählt. Wird später bestätigt, bekommt vielleicht jemand mehr. Geben Sie dem Versand ein Datum, um sicherzugehen.',
  'prepare.check.rulesOff.passed': 'Alle Regeln gelten',
  'prepare.check.rulesOff.wrong': 'Abgeschaltete Regeln: {names}',
  'prepare.hint.rulesOff.wrong':
    'Diese Personen bekommen die Nachricht. Schalten Sie die Regeln im Versand wieder ein, wenn das nicht gewollt ist.',
  'prepare.checkVerdict.information': 'Hinweis',
  'prepare.check.variablesFilled.passed': 'Jeder Platzhalter ist bei allen gefüllt',
  'prepare.check.variablesFilled.wrong': 'Bei manchen leer: {names}',
  'prepare.check.valuesReal.passed': 'Kein Wert ist ein Wort eines Programms',
  'prepare.check.valuesReal.wrong': 'Werte, die Wörter eines Programms sind: {names}',
  'prepare.check.datesRead.passed': 'Alle Datumsangaben sind lesbar',
  'prepare.check.datesRead.wrong': 'Bei manchen kein lesbares Datum: {names}',
  'prepare.check.comparisonsRead.passed': 'Bedingungen können jeden verglichenen Wert lesen',
  'prepare.check.comparisonsRead.wrong': 'Bei manchen kann eine Bedingung den Wert nicht lesen: {names}',
  'prepare.check.noAsYes.passed': 'Kein Wert, der nein sagt, erfüllt eine Bedingung',
  'prepare.check.noAsYes.wrong': 'Werte, die nein sagen und trotzdem eine Bedingung erfüllen: {names}',
  'prepare.check.filterValuesRead.passed': 'Der Filter kann jeden gefragten Wert lesen',
  'prepare.check.filterValuesRead.wrong': 'Nicht gemeint, weil der Filter ihren Wert nicht lesen kann: {names}',
  'prepare.check.foreignTags.passed': 'Keine Platzhalter eines anderen Werkzeugs',
  'prepare.check.foreignTags.wrong': 'Platzhalter eines anderen Werkzeugs, die so gesendet werden: {names}',
  'prepare.check.linksReachable.passed': 'Kein Link führt in ein lokales Netz',
  'prepare.check.linksReachable.wrong': 'Links, die nur in einem lokalen Netz gehen: {names}',
  'prepare.check.linksOfOneMessage.passed': 'Kein Link aus der Nachricht einer anderen Person',
  'prepare.check.linksOfOneMessage.wrong': 'Links einer einzelnen Nachricht: {names}',
  'prepare.hint.valuesReal.wrong':
    'In Klammern, bei wie vielen. Sie läsen es in ihrer Mail: Vervollständigen Sie die Liste, oder importieren Sie sie mit leeren Zellen.',
  'prepare.hint.filterValuesRead.wrong':
    'Sie sind weder sicher gemeint noch sicher nicht gemeint. Berichtigen Sie die Werte in der Quelle und importieren Sie erneut, zum Beispiel 31.12.2026, 12,5, ja oder nein.',
  'prepare.hint.datesRead.wrong':
    'In Klammern, bei wie vielen. Die Mail zeigt sie, wie sie in der Liste stehen; schreiben Sie dort 2027-03-05 oder 05.03.2027.',
  'prepare.hint.comparisonsRead.wrong':
    'In Klammern, bei wie vielen. Was keine Zahl, kein Datum oder weder ja noch nein ist, ist nie gleich, mehr oder weniger: Diese Personen bekommen den anderen Zweig. Schreiben Sie in der Liste 12,5, 2027-03-05, ja oder nein.',
  'prepare.hint.noAsYes.wrong':
    'In Klammern, bei wie vielen. Eine Bedingung, die nur die Spalte nennt, fragt, ob etwas darin steht. Wo Sie ja meinen, schreiben Sie {isYes}.',
  'prepare.hint.foreignTags.wrong': 'Hier füllt sie niemand. Schreiben Sie eine Spalte der Liste in {braces}.',
  'prepare.hint.linksReachable.wrong': 'Von außen kann sie niemand öffnen. Schreiben Sie die öffentliche Adresse.',
  'prepare.hint.linksOfOneMessage.wrong':
    'Sie wurden aus einer Mail kopiert: Wer einem folgt, meldet diese eine Person ab oder sieht ihre Mail. Schreiben Sie an ihrer Stelle {link} oder {view}.',
  'prepare.check.linksWellFormed.passed': 'Alle Links sind wohlgeformt',
  'prepare.check.linksWellFormed.wrong': 'Links, die nirgendwohin führen: {names}',
  'prepare.check.linksLabelled.passed': 'Alle Links haben einen Text',
  'prepare.check.linksLabelled.wrong': 'Links ohne Text: {names}',
  'prepare.check.imagesDescribed.passed': 'Alle Bilder sind beschrieben',
  'prepare.check.imagesDescribed.wrong': 'Bilder ohne Beschreibung: {names}',
  'prepare.check.textLinks.passed': 'Die Textfassung hat dieselben Links',
  'prepare.check.textLinks.wrong': 'Links, die der Textfassung fehlen: {names}',
  'prepare.hint.variablesFilled.wrong':
    'In Klammern, bei wie vielen. Geben Sie dem Platzhalter im Inhalt einen Ersatzwert, oder vervollständigen Sie die Liste.',
  'prepare.hint.linksWellFormed.wrong': 'Im HTML: Schreiben Sie die ganze Adresse mit https://, mailto: oder tel:.',
  'prepare.hint.linksLabelled.wrong':
    'Im HTML: Schreiben Sie einen Text in den Link, oder beschreiben Sie das Bild darin.',
  'prepare.hint.imagesDescribed.wrong':
    'Im HTML: Geben Sie dem Bild ein alt-Attribut, ein leeres, wenn es nur schmückt.',
  'prepare.hint.textLinks.wrong': 'Wer ohne HTML liest, vermisst sie; nehmen Sie sie in die Textfassung auf.',
  'prepare.hint.unsubscribeLink.passed': 'RFC 8058',
  'prepare.hint.unsubscribeLink.wrong':
    'Machen Sie {link} zu einem Link, den alle sehen, außerhalb von Bedingungen und Kommentaren. Mails ohne ihn: {mails}; die erste: Profil {example}.',
  'prepare.hint.unsubscribeContrast.wrong':
    'Unter {needed}:1 lesen ihn viele nicht; die WCAG 2.2 verlangen 4,5:1 für Text von gewöhnlicher Größe. Wählen Sie eine dunklere Schrift oder einen anderen Grund. Betroffene Mails: {mails}; die erste: Profil {example}.',
  'prepare.hint.subjectPresent.wrong': 'Schreiben Sie ihn beim Inhalt des Versands.',
  'prepare.hint.contentPresent.wrong': 'Schreiben Sie ihn beim Inhalt des Versands.',
  'prepare.hint.textPresent.wrong': 'Manche lesen ohne HTML; schreiben Sie sie beim Inhalt des Versands.',
  'prepare.hint.variablesKnown.wrong':
    'Berichtigen Sie die Schreibweise, oder importieren Sie eine Liste mit diesen Spalten.',
  'prepare.hint.senderVerified.wrong': 'Bestätigen Sie die Domain bei SES, oder nehmen Sie einen anderen Absender.',
  'prepare.hint.senderLength.wrong':
    'Name und Adresse haben in der Mail {needed} Bytes, und SES nimmt {limit}; ein Buchstabe außerhalb von ASCII braucht drei bis sechs. Kürzen Sie den Namen im Versand.',
  'prepare.hint.productionAccess.wrong':
    'SES sendet nur an verifizierte Adressen, und bei der ersten anderen hält die Ausführung an. Beantragen Sie bei AWS Produktionszugriff, oder verifizieren Sie jeden Empfänger.',
  'prepare.hint.size.passed': 'Gmail schneidet Mails ab {limit} KB ab.',
  'prepare.hint.size.wrong':
    'Gmail schneidet Mails ab {limit} KB ab; was folgt, etwa der Abmeldelink, ist dann verborgen.',
  'prepare.hint.quota.passed':
    '{count, plural, one {Eine Nachricht, {free} in 24 Std. frei; etwa {duration} bei der gewährten Rate} other {{needed} Nachrichten, {free} in 24 Std. frei; etwa {duration} bei der gewährten Rate}}',
  'prepare.hint.quota.wrong':
    '{needed} Nachrichten, {free} in 24 Std. frei. Der Rest geht hinaus, sobald das Kontingent es wieder erlaubt, spätestens bis dann.',
  'prepare.hint.audience.wrong': 'Sehen Sie die Ausschlüsse an, oder wählen Sie eine andere Liste.',
  'prepare.hint.approvers.passed': '{needed} nötig, {available} zählen',
  'prepare.hint.approvers.wrong':
    '{needed} nötig, von {asked} Gefragten, die sich anmelden können, zählen {available}: Wer vorbereitet oder geändert hat, zählt nicht. Fragen Sie mehr Personen, oder lassen Sie jemand anderen vorbereiten.',
  'prepare.hint.reminders.wrong':
    'Sie wird mit der letzten Erinnerung gefragt, und es gibt keine. Geben Sie der Bestätigung des Versands mindestens eine Erinnerung.',
  'prepare.check.languages.passed': 'In einer Sprache',
  'prepare.check.languages.wrong': 'In mehreren Sprachen: {languages}',
};
