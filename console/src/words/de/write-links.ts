/** Wörter der Regeln für die Links eines Versands. */
export const words = {
  'write.links': 'Links',
  'write.links.track': 'Öffnungen und Klicks zählen',
  'write.links.trackHint':
    'Aus: Von niemandem werden Öffnungen und Klicks bekannt. Wer abgelehnt hat, wird nie getrackt.',
  'write.links.utm': 'UTM-Parameter anfügen, an denen Ihre Website Besuche aus diesem Versand erkennt',
  'write.links.source': 'Quelle (utm_source), zum Beispiel newsletter',
  'write.links.medium': 'Medium (utm_medium)',
  'write.links.campaign': 'Kampagne (utm_campaign)',
  'write.links.content': 'Inhalt (utm_content)',
  'write.links.show': 'Links dieser Mail',
  'write.links.each': 'Klicks zählen auf',
  'write.links.none': 'Noch hat kein Link eine feste Adresse.',
  'write.links.unlabelled': 'Link ohne Text',
  'write.links.wayOut':
    'Die Links zum Abmelden und zum Ansehen im Browser werden nie getrackt. Parameter, die ein Link schon hat, bleiben, und Adressen mit Platzhaltern bleiben, wie sie sind.',
  'write.part.links': 'Links',
  'prepare.wrong.links.untracked':
    'Höchstens 50 Links lassen sich ausnehmen; keiner darf länger als 1.000 Zeichen sein.',
  'prepare.wrong.links.utm.source': 'Geben Sie 1 bis 200 Zeichen an.',
  'prepare.wrong.links.utm.medium': 'Geben Sie 1 bis 200 Zeichen an.',
  'prepare.wrong.links.utm.campaign': 'Geben Sie 1 bis 200 Zeichen an.',
  'prepare.wrong.links.utm.content': 'Höchstens 200 Zeichen.',
};
