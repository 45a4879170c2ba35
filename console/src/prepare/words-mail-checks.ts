const en = {
  'prepare.check.mailsRendered.passed': 'The mail can be put together for everybody',
  'prepare.check.mailsRendered.wrong': 'Recipients for whom the mail cannot be put together: {{mails}}',
  'prepare.hint.mailsRendered.wrong': 'The first one is profile {{example}}. Part {{part}}, at “{{place}}”: {{cause}}.',
  'prepare.check.mailSize.passed': 'Each mail fits into a call to SES',
  'prepare.check.mailSize.wrong': 'Mails that are too large for SES: {{mails}}',
  'prepare.hint.mailSize.wrong':
    'SES takes {{limit}} KB of template and values; the largest has {{kilobytes}} KB. The first one is that of profile {{example}}. Shorten the content.',
  'prepare.check.preparationFailed.passed': 'The preparation came to its end',
  'prepare.check.preparationFailed.wrong': 'The preparation broke off',
  'prepare.hint.preparationFailed.wrong':
    'It was tried several times ({{cause}}). Nothing was frozen or sent. Prepare again; if it breaks off again, ask whoever operates Freigabe.',
};

const de: typeof en = {
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
};

/** Words of the checks of the mails as everybody gets them. */
export const mailCheckWords = { en, de };
