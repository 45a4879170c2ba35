import type { words as en } from '../en/prepare-sending-checks.ts';

export const words: Record<keyof typeof en, string> = {
  'prepare.check.imagesWeight.passed': 'Bilder wiegen {kilobytes} KB',
  'prepare.check.imagesWeight.wrong': 'Bilder: {kilobytes} KB in der Mail, {remote} liegen anderswo',
  'prepare.hint.imagesWeight.wrong':
    'Ab {limit} KB an Bildern in der Mail schneidet Gmail sie ab: Legen Sie die Bilder anderswo ab. Dort liegende werden hier nicht abgerufen, ihr Gewicht ist also nicht bekannt.',
  'prepare.check.senderProofs.passed': 'Postfächer erkennen {domain} als echt: {names}',
  'prepare.check.senderProofs.wrong': 'Für {domain} nicht eingerichtet: {names}',
  'prepare.hint.senderProofs.wrong':
    'DKIM: Schalten Sie es in SES für die Domain ein. SPF: der TXT-Eintrag {spf} an der Domain. DMARC: der TXT-Eintrag {dmarc} an _dmarc.{domain}. Ohne sie landet Post öfter im Spam.',
  'prepare.check.senderProofsUnknown.passed': 'SES und DNS haben zu {domain} geantwortet',
  'prepare.check.senderProofsUnknown.wrong': 'Für {domain} nicht bekannt: {names}',
  'prepare.hint.senderProofsUnknown.wrong':
    'SES oder das DNS hat nicht geantwortet. Bereiten Sie erneut vor, um noch einmal zu fragen.',
  'prepare.check.sendWindow.passed': 'Geht in den erlaubten Stunden hinaus',
  'prepare.check.sendWindow.wrong': 'Außerhalb der erlaubten Stunden: {hours}',
  'prepare.check.sendWindow.hours': '{starts} bis {ends}',
  'prepare.hint.sendWindow.passed': '{days}, {from} bis {to} ({zone})',
  'prepare.hint.sendWindow.wrong':
    'Erlaubt: {days}, {from} bis {to} ({zone}). Wählen Sie im Zeitplan eine andere Zeit; ein Versand unmittelbar bei Bestätigung wird beurteilt, als würde er jetzt bestätigt.',
  'prepare.check.audienceChange.passed': 'So viele Empfänger wie üblich: {now}, beim letzten Mal {before}',
  'prepare.check.audienceChange.wrong': '{percent} % anders als die letzte Ausführung: {now} statt {before} Empfänger',
  'prepare.hint.audienceChange.wrong':
    'Mehr als {limit} % sind ungewöhnlich. Sehen Sie die Liste und die Ausschlüsse an, bevor Sie fortfahren.',
  'prepare.check.scheduleLost.passed': 'Die Kopie hat einen eigenen Zeitplan',
  'prepare.check.scheduleLost.wrong': 'Eine Kopie von „{original}“ ohne deren Zeitplan',
  'prepare.hint.scheduleLost.wrong':
    'Sie geht hinaus, sobald sie bestätigt ist. Geben Sie dem Versand ein Datum, wenn das nicht gewollt ist.',
  'prepare.check.audienceKept.passed': 'Die Zielgruppe bleibt {needed} Tage und länger erhalten',
  'prepare.check.audienceKept.wrong': 'Die Zielgruppe müsste {needed} Tage erhalten bleiben; erlaubt sind {limit}',
  'prepare.hint.audienceKept.wrong':
    'Eingefrorene Adressen werden nach {limit} Tagen gelöscht: Planen Sie die Ausführung früher, lassen Sie die Grenze der Nachrichten je Person weniger Tage zählen, oder erhöhen Sie audienceDays der Umgebung.',
  'prepare.check.validity.passed': 'Hinaus, solange sie gilt: bis {until}',
  'prepare.check.validity.wrong': 'Gültig bis {until}, die letzte Nachricht geht vielleicht erst {ends} hinaus',
  'prepare.check.rampTooShort.passed': 'Die Tage reichen für alle',
  'prepare.check.rampTooShort.wrong': '{people} Personen sind mehr, als {waves} Tage fassen: {limit}',
  'prepare.check.waves.passed': 'In {waves} Wellen',
  'prepare.check.waves.wrong': 'In {waves} Wellen, die erste {first}, die letzte frühestens {last}',
  'prepare.check.abTest.passed': 'Test von {variants} Varianten mit {people} Personen',
  'prepare.check.abTest.wrong':
    'Test von {variants} Varianten mit {people} Personen, {others} warten auf die, die gewinnt',
  'prepare.check.recipientZones.passed': 'Zu dieser Zeit, wo die Person ist',
  'prepare.check.recipientZones.wrong': 'Zu dieser Zeit, wo die Person ist: die erste {first}, die letzte {last}',
};
