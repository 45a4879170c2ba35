/** Wörter der Bilder, die Mails zeigen. */
export const words = {
  'write.pictures.add': 'Bild hochladen',
  'write.pictures.all': 'Alle Bilder',
  'write.pictures.choose': 'Bild auswählen',
  'write.pictures.insert': 'Bild einfügen',
  'write.pictures.use': 'Dieses Bild verwenden',
  'write.pictures.cancel': 'Abbrechen',
  'write.pictures.file': 'Dateien',
  'write.pictures.how':
    'Wählen Sie Dateien aus, ziehen Sie sie hierher, oder fügen Sie ein Bild ein. Die Bilder werden so breit, wie eine Mail sie zeigt (1.200 Pixel), und verlieren Angaben zu Kamera und Ort. JPEG, PNG oder GIF, höchstens 4 MB.',
  'write.pictures.busy': 'Wird hochgeladen …',
  'write.pictures.uploaded': '{count, plural, one {Hochgeladen: {count} Bild} other {Hochgeladen: {count} Bilder}}',
  'write.pictures.none': 'Ein solches Bild gibt es noch nicht.',
  'write.pictures.search': 'Nach Datei oder Text suchen',
  'write.pictures.alt': 'Alternativtext',
  'write.pictures.altHint':
    'Was das Bild zeigt, für Menschen, die es nicht sehen. Leer nur, wenn es Schmuck ist und nichts aussagt.',
  'write.pictures.unnamed': 'Bild ohne Namen',
  'write.pictures.facts': '{width} × {height} Pixel, {kilobytes} KB',
  'write.pictures.animated': 'Es bewegt sich; Outlook für Windows zeigt davon vielleicht nur das erste Bild.',
  'write.pictures.heavy': 'Es ist schwer: Über ein Mobilfunknetz kommt es spät an.',
  'write.pictures.noAlt': 'Noch hat niemand gesagt, was es zeigt.',
  'write.pictures.by': 'Hochgeladen von {name}, {time}',
  'write.pictures.remove': 'Entfernen',
  'write.pictures.removing': 'Dieses Bild nicht mehr anbieten?',
  'write.pictures.removingWhy':
    'Versände und Mails, die es zeigen, zeigen es weiterhin. Wer es noch einmal hochlädt, bietet es wieder an.',
};
