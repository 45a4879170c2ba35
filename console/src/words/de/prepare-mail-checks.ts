import type { words as en } from '../en/prepare-mail-checks.ts';

export const words: Record<keyof typeof en, string> = {
  'prepare.check.mailsRendered.passed': 'Die Mail lässt sich für alle zusammensetzen',
  'prepare.check.mailsRendered.wrong': 'Empfänger, für die sich die Mail nicht zusammensetzen lässt: {mails}',
  'prepare.hint.mailsRendered.wrong': 'Zuerst beim Profil {example}. Teil {part}, bei „{place}“: {cause}.',
  'prepare.check.subjectFilled.passed': 'Jede Mail hat einen Betreff',
  'prepare.check.subjectFilled.wrong': 'Empfänger, deren Mail keinen Betreff hätte: {mails}',
  'prepare.hint.subjectFilled.wrong':
    'Zuerst beim Profil {example}. Schreiben Sie in den Betreff etwas, das auch ohne diese Angaben dasteht.',
  'prepare.check.mailSize.passed': 'Jede Mail passt in einen Aufruf von SES',
  'prepare.check.mailSize.wrong': 'Mails, die für SES zu groß sind: {mails}',
  'prepare.hint.mailSize.wrong':
    'SES nimmt {limit} KB an Vorlage und Werten; die größte hat {kilobytes} KB. Zuerst beim Profil {example}. Kürzen Sie den Inhalt.',
  'prepare.check.preparationFailed.passed': 'Die Vorbereitung kam an ihr Ende',
  'prepare.check.preparationFailed.wrong': 'Die Vorbereitung brach ab',
  'prepare.hint.preparationFailed.wrong':
    'Sie wurde mehrmals versucht ({cause}). Nichts wurde eingefroren oder gesendet. Bereiten Sie noch einmal vor; bricht sie wieder ab, fragen Sie den Betreiber von Freigabe.',
  'prepare.check.recordsReadable.passed': 'Alle Einträge, von denen dies abhängt, können gelesen werden',
  'prepare.check.recordsReadable.wrong': 'Einträge, die nicht gelesen werden können: {names}',
  'prepare.hint.recordsReadable.wrong':
    'Was diese Ausführungen oder Profile sagen, weiß niemand, und damit auch nicht, wer diese Nachricht bekommen darf. An ihnen vorbei wird nichts gesendet. Bitten Sie den Betreiber von Freigabe, sie in Ordnung zu bringen oder zu entfernen, und bereiten Sie dann noch einmal vor.',
  'prepare.check.picturesThere.passed': 'Alle Bilder dieser Umgebung sind vorhanden',
  'prepare.check.picturesThere.wrong': 'Bilder, die es in dieser Umgebung nicht gibt: {names}',
  'prepare.hint.picturesThere.wrong': 'Alle sähen dort eine Lücke. Fügen Sie das Bild noch einmal ein.',
  'prepare.check.picturesWeight.passed': 'Die Bilder der Mail wiegen {kilobytes} KB',
  'prepare.check.picturesWeight.wrong': 'Die Bilder der Mail sind schwer: {kilobytes} KB',
  'prepare.hint.picturesWeight.wrong':
    'Über {limit} KB kommt eine Mail in einem Mobilfunknetz spät an. Die schwersten zuerst: {names}. Nehmen Sie kleinere oder weniger.',
  'prepare.check.attachmentsThere.passed': 'Alle Anhänge sind vorhanden',
  'prepare.check.attachmentsThere.wrong': 'Anhänge, die sich nicht senden lassen: {names}',
  'prepare.hint.attachmentsThere.wrong':
    'Die Datei ist nicht mehr da oder nicht das, was ihr Name sagt. Nehmen Sie sie aus dem Inhalt und hängen Sie sie noch einmal an.',
  'prepare.check.attachmentsAudience.passed':
    '{count, plural, one {Anhänge gehen an eine Person} other {Anhänge gehen an {people} Personen}}',
  'prepare.check.attachmentsAudience.wrong': 'Anhänge für {people} Personen; höchstens {limit} bekommen welche',
  'prepare.hint.attachmentsAudience.wrong':
    'Legen Sie die Datei auf einen Server und einen Link in die Mail: Das kostet nichts und zeigt, wer ihm gefolgt ist.',
  'prepare.check.attachmentsWeight.passed': 'Die Anhänge sind leicht',
  'prepare.check.attachmentsWeight.wrong': 'Anhänge machen jede Mail {kilobytes} KB schwerer, zusammen {megabytes} MB',
  'prepare.hint.attachmentsWeight.wrong':
    'SES berechnet sie neben den Nachrichten; die Kosten dieser Ausführung enthalten das. Manche Mailserver lassen Anhänge spät oder gar nicht durch.',
  'prepare.check.picturesStill.passed': 'Kein Bild dieser Umgebung bewegt sich',
  'prepare.check.picturesStill.wrong': 'Bilder, die sich bewegen: {names}',
  'prepare.hint.picturesStill.wrong':
    'Outlook für Windows zeigt davon vielleicht nur das erste Bild. Es sollte das Wichtige sagen.',
};
