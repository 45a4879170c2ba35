import type { words as en } from '../en/prepare-mail-checks.ts';

export const words: Record<keyof typeof en, string> = {
  'prepare.check.mailsRendered.passed': 'Die Mail lässt sich für alle zusammensetzen',
  'prepare.check.mailsRendered.wrong': 'Empfänger, für die sich die Mail nicht zusammensetzen lässt: {{mails}}',
  'prepare.hint.mailsRendered.wrong': 'Zuerst beim Profil {{example}}. Teil {{part}}, bei „{{place}}“: {{cause}}.',
  'prepare.check.mailSize.passed': 'Jede Mail passt in einen Aufruf von SES',
  'prepare.check.mailSize.wrong': 'Mails, die für SES zu groß sind: {{mails}}',
  'prepare.hint.mailSize.wrong':
    'SES nimmt {{limit}} KB an Vorlage und Werten; die größte hat {{kilobytes}} KB. Zuerst beim Profil {{example}}. Kürzen Sie den Inhalt.',
  'prepare.check.preparationFailed.passed': 'Die Vorbereitung kam an ihr Ende',
  'prepare.check.preparationFailed.wrong': 'Die Vorbereitung brach ab',
  'prepare.hint.preparationFailed.wrong':
    'Sie wurde mehrmals versucht ({{cause}}). Nichts wurde eingefroren oder gesendet. Bereiten Sie noch einmal vor; bricht sie wieder ab, fragen Sie den Betreiber von Freigabe.',
  'prepare.check.recordsReadable.passed': 'Alle Einträge, von denen dies abhängt, können gelesen werden',
  'prepare.check.recordsReadable.wrong': 'Einträge, die nicht gelesen werden können: {{names}}',
  'prepare.hint.recordsReadable.wrong':
    'Was diese Ausführungen oder Profile sagen, weiß niemand, und damit auch nicht, wer diese Nachricht bekommen darf. An ihnen vorbei wird nichts gesendet. Bitten Sie den Betreiber von Freigabe, sie in Ordnung zu bringen oder zu entfernen, und bereiten Sie dann noch einmal vor.',
};
