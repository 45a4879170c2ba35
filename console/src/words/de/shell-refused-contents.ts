import type { ContentCause } from '../../../../domain/http/problem-cause.ts';

type Words = Record<`shell.${'cause' | 'wayOn'}.${ContentCause}`, string>;

export const words: Words = {
  'shell.cause.attachmentNameRefused':
    '{name}: Diesen Dateinamen nimmt nicht jeder Computer, oder er zeigt die Endung einer anderen Datei.',
  'shell.cause.attachmentKindRefused':
    'Eine Datei dieser Art wird nicht an Mails gehängt: {name}. Angenommen werden {names}.',
  'shell.cause.attachmentNotAsNamed': '{name}: Die Datei ist leer oder nicht das, was die Endung ihres Namens sagt.',
  'shell.cause.attachmentGone': '{name}: Die Datei ist nicht mehr da oder eine andere.',
  'shell.cause.attachmentTooLarge': 'Die Datei hat {bytes} Bytes; höchstens {maxBytes} werden angehängt.',
  'shell.cause.pictureRefused':
    'Die Datei ist kein JPEG, PNG oder GIF, ist beschädigt, hat mehr als 25 Millionen Pixel oder Farben für den Druck (CMYK).',
  'shell.cause.pictureTooLarge': 'Das Bild hat {bytes} Bytes; höchstens {maxBytes} werden angenommen.',
  'shell.cause.brandChanged': 'Jemand anderes hat die Marke inzwischen geändert.',
  'shell.cause.logoUnknown': 'Das Logo ist keines der Bilder, die es hier gibt.',
  'shell.cause.logoAnimated': 'Das Logo bewegt sich.',
  'shell.cause.templateChanged': 'Jemand anderes hat diese Vorlage inzwischen geändert oder gelöscht.',
  'shell.cause.templateNamed': 'Eine Vorlage „{name}“ gibt es schon.',
  'shell.cause.tooManyTemplates': 'Es gibt schon {limit} Vorlagen; mehr sind nicht möglich.',
  'shell.cause.snippetChanged': 'Jemand anderes hat diesen Textbaustein inzwischen geändert oder gelöscht.',
  'shell.cause.snippetNamed': 'Einen Textbaustein „{name}“ gibt es schon.',
  'shell.cause.snippetBroken': 'Der Code in dem Textbaustein lässt sich nicht lesen.',
  'shell.cause.snippetInUse':
    'Versände, Vorlagen oder Textbausteine brauchen ihn und ließen sich ohne ihn nicht vorbereiten ({usedBy}): {names}.',
  'shell.cause.tooManySnippets': 'Es gibt schon {limit} Textbausteine; mehr sind nicht möglich.',
  'shell.wayOn.attachmentNameRefused':
    'Benennen Sie die Datei um: Buchstaben, Ziffern, Leerzeichen, Striche und ein Punkt vor der Endung.',
  'shell.wayOn.attachmentKindRefused':
    'Speichern Sie sie als eine davon, oder legen Sie sie auf einen Server und einen Link in die Mail.',
  'shell.wayOn.attachmentNotAsNamed':
    'Öffnen Sie die Datei, speichern Sie sie als das, was sie ist, und laden Sie diese hoch. Text ist UTF-8.',
  'shell.wayOn.attachmentGone': 'Nehmen Sie sie heraus und hängen Sie sie noch einmal an.',
  'shell.wayOn.attachmentTooLarge':
    'Verkleinern Sie die Datei, oder legen Sie sie auf einen Server und einen Link in die Mail.',
  'shell.wayOn.pictureRefused':
    'Speichern Sie das Bild in einem dieser Formate, die jedes Mailprogramm zeigt, und laden Sie es noch einmal hoch.',
  'shell.wayOn.pictureTooLarge': 'Verkleinern Sie das Bild, oder kürzen Sie die Animation.',
  'shell.wayOn.brandChanged': 'Laden Sie die Seite neu, und ändern Sie noch einmal.',
  'shell.wayOn.logoUnknown': 'Laden Sie das Bild zuerst hoch, und wählen Sie es dann aus.',
  'shell.wayOn.logoAnimated': 'Nehmen Sie ein Bild, das stillsteht: ein PNG oder JPEG.',
  'shell.wayOn.templateChanged': 'Laden Sie die Seite neu, und ändern Sie noch einmal.',
  'shell.wayOn.templateNamed': 'Geben Sie ihr einen anderen Namen.',
  'shell.wayOn.tooManyTemplates': 'Löschen Sie eine, die niemand braucht: Versände bleiben, wie sie sind.',
  'shell.wayOn.snippetChanged': 'Laden Sie die Seite neu, und ändern Sie noch einmal.',
  'shell.wayOn.snippetNamed': 'Geben Sie ihm einen anderen Namen, oder ändern Sie jenen.',
  'shell.wayOn.snippetBroken': 'Berichtigen Sie ihn: Jede Bedingung und jede Schleife endet in dem Textbaustein.',
  'shell.wayOn.snippetInUse': 'Nehmen Sie ihn dort heraus, oder löschen Sie ihn trotzdem: Vorbereitetes bleibt.',
  'shell.wayOn.tooManySnippets': 'Löschen Sie einen, den nichts braucht.',
};
