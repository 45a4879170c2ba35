const en = {
  'prepare.check.imagesWeight.passed': 'Pictures weigh {{kilobytes}} KB',
  'prepare.check.imagesWeight.wrong': 'Pictures: {{kilobytes}} KB inside the mail, {{remote}} lie elsewhere',
  'prepare.hint.imagesWeight.wrong':
    'From {{limit}} KB of pictures inside the mail on, Gmail cuts it off: let them lie elsewhere. Those are not fetched here, so their weight is not known.',
  'prepare.check.senderProofs.passed': 'Mailboxes can tell that {{domain}} is genuine: {{names}}',
  'prepare.check.senderProofs.wrong': 'Not set up for {{domain}}: {{names}}',
  'prepare.hint.senderProofs.wrong':
    'DKIM: switch it on for the domain in SES. SPF: the TXT record {{spf}} at the domain. DMARC: the TXT record {{dmarc}} at _dmarc.{{domain}}. Without them mail lands in spam more often.',
  'prepare.check.senderProofsUnknown.passed': 'SES and the DNS answered about {{domain}}',
  'prepare.check.senderProofsUnknown.wrong': 'Not known for {{domain}}: {{names}}',
  'prepare.hint.senderProofsUnknown.wrong': 'SES or the DNS did not answer. Prepare again to ask once more.',
  'prepare.check.sendWindow.passed': 'Goes out within the hours that are allowed',
  'prepare.check.sendWindow.wrong': 'Outside the hours that are allowed: {{hours}}',
  'prepare.check.sendWindow.hours': '{{starts}} to {{ends}}',
  'prepare.hint.sendWindow.passed': '{{days}}, {{from}} to {{to}} ({{zone}})',
  'prepare.hint.sendWindow.wrong':
    'Allowed: {{days}}, {{from}} to {{to}} ({{zone}}). Choose another time in the schedule; a campaign that is sent once confirmed is judged as if confirmed now.',
  'prepare.check.audienceChange.passed': 'As many recipients as usual: {{now}}, the last time {{before}}',
  'prepare.check.audienceChange.wrong': '{{percent}} % off the last run: {{now}} recipients instead of {{before}}',
  'prepare.hint.audienceChange.wrong':
    'More than {{limit}} % is unusual. Look at the list and at the exclusions before you go on.',
  'prepare.check.scheduleLost.passed': 'The copy has a schedule of its own',
  'prepare.check.scheduleLost.wrong': 'A copy of “{{original}}” without its schedule',
  'prepare.hint.scheduleLost.wrong':
    'It goes out as soon as it is confirmed. Give the campaign a date unless that is meant.',
  'prepare.check.audienceKept.passed': 'The audience is kept for {{needed}} days and longer',
  'prepare.check.audienceKept.wrong': 'The audience would have to be kept for {{needed}} days; {{limit}} are allowed',
  'prepare.hint.audienceKept.wrong':
    'Frozen addresses are deleted after {{limit}} days: plan the run for an earlier date, let the limit of messages to a person count fewer days, or raise audienceDays of the stage.',
};

const de: Record<keyof typeof en, string> = {
  'prepare.check.imagesWeight.passed': 'Bilder wiegen {{kilobytes}} KB',
  'prepare.check.imagesWeight.wrong': 'Bilder: {{kilobytes}} KB in der Mail, {{remote}} liegen anderswo',
  'prepare.hint.imagesWeight.wrong':
    'Ab {{limit}} KB an Bildern in der Mail schneidet Gmail sie ab: Legen Sie die Bilder anderswo ab. Dort liegende werden hier nicht abgerufen, ihr Gewicht ist also nicht bekannt.',
  'prepare.check.senderProofs.passed': 'Postfächer erkennen {{domain}} als echt: {{names}}',
  'prepare.check.senderProofs.wrong': 'Für {{domain}} nicht eingerichtet: {{names}}',
  'prepare.hint.senderProofs.wrong':
    'DKIM: Schalten Sie es in SES für die Domain ein. SPF: der TXT-Eintrag {{spf}} an der Domain. DMARC: der TXT-Eintrag {{dmarc}} an _dmarc.{{domain}}. Ohne sie landet Post öfter im Spam.',
  'prepare.check.senderProofsUnknown.passed': 'SES und DNS haben zu {{domain}} geantwortet',
  'prepare.check.senderProofsUnknown.wrong': 'Für {{domain}} nicht bekannt: {{names}}',
  'prepare.hint.senderProofsUnknown.wrong':
    'SES oder das DNS hat nicht geantwortet. Bereiten Sie erneut vor, um noch einmal zu fragen.',
  'prepare.check.sendWindow.passed': 'Geht in den erlaubten Stunden hinaus',
  'prepare.check.sendWindow.wrong': 'Außerhalb der erlaubten Stunden: {{hours}}',
  'prepare.check.sendWindow.hours': '{{starts}} bis {{ends}}',
  'prepare.hint.sendWindow.passed': '{{days}}, {{from}} bis {{to}} ({{zone}})',
  'prepare.hint.sendWindow.wrong':
    'Erlaubt: {{days}}, {{from}} bis {{to}} ({{zone}}). Wählen Sie im Zeitplan eine andere Zeit; ein Versand unmittelbar bei Bestätigung wird beurteilt, als würde er jetzt bestätigt.',
  'prepare.check.audienceChange.passed': 'So viele Empfänger wie üblich: {{now}}, beim letzten Mal {{before}}',
  'prepare.check.audienceChange.wrong':
    '{{percent}} % anders als die letzte Ausführung: {{now}} statt {{before}} Empfänger',
  'prepare.hint.audienceChange.wrong':
    'Mehr als {{limit}} % sind ungewöhnlich. Sehen Sie die Liste und die Ausschlüsse an, bevor Sie fortfahren.',
  'prepare.check.scheduleLost.passed': 'Die Kopie hat einen eigenen Zeitplan',
  'prepare.check.scheduleLost.wrong': 'Eine Kopie von „{{original}}“ ohne deren Zeitplan',
  'prepare.hint.scheduleLost.wrong':
    'Sie geht hinaus, sobald sie bestätigt ist. Geben Sie dem Versand ein Datum, wenn das nicht gewollt ist.',
  'prepare.check.audienceKept.passed': 'Die Zielgruppe bleibt {{needed}} Tage und länger erhalten',
  'prepare.check.audienceKept.wrong': 'Die Zielgruppe müsste {{needed}} Tage erhalten bleiben; erlaubt sind {{limit}}',
  'prepare.hint.audienceKept.wrong':
    'Eingefrorene Adressen werden nach {{limit}} Tagen gelöscht: Planen Sie die Ausführung früher, lassen Sie die Grenze der Nachrichten je Person weniger Tage zählen, oder erhöhen Sie audienceDays der Umgebung.',
};

/** Words of the checks of a preparation that look at sender, time and the runs before. */
export const sendingCheckWords = { en, de };
