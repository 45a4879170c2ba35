/** Wörter der Bilder, die Mails zeigen. */
export const words = {
  'prepare.check.picturesThere.passed': 'Alle Bilder dieser Umgebung sind vorhanden',
  'prepare.check.picturesThere.wrong': 'Bilder, die es in dieser Umgebung nicht gibt: {{names}}',
  'prepare.hint.picturesThere.wrong': 'Alle sähen dort eine Lücke. Fügen Sie das Bild noch einmal ein.',
  'prepare.check.picturesWeight.passed': 'Die Bilder der Mail wiegen {{kilobytes}} KB',
  'prepare.check.picturesWeight.wrong': 'Die Bilder der Mail sind schwer: {{kilobytes}} KB',
  'prepare.hint.picturesWeight.wrong':
    'Über {{limit}} KB kommt eine Mail in einem Mobilfunknetz spät an. Die schwersten zuerst: {{names}}. Nehmen Sie kleinere oder weniger.',
  'prepare.check.picturesStill.passed': 'Kein Bild dieser Umgebung bewegt sich',
  'prepare.check.picturesStill.wrong': 'Bilder, die sich bewegen: {{names}}',
  'prepare.hint.picturesStill.wrong':
    'Outlook für Windows zeigt davon vielleicht nur das erste Bild. Es sollte das Wichtige sagen.',
  'write.pictures': 'Bilder',
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
  'write.pictures.uploaded_one': 'Hochgeladen: {{count}} Bild',
  'write.pictures.uploaded_other': 'Hochgeladen: {{count}} Bilder',
  'write.pictures.none': 'Ein solches Bild gibt es noch nicht.',
  'write.pictures.search': 'Nach Datei oder Text suchen',
  'write.pictures.alt': 'Alternativtext',
  'write.pictures.altHint':
    'Was das Bild zeigt, für Menschen, die es nicht sehen. Leer nur, wenn es Schmuck ist und nichts aussagt.',
  'write.pictures.unnamed': 'Bild ohne Namen',
  'write.pictures.facts': '{{width}} × {{height}} Pixel, {{kilobytes}} KB',
  'write.pictures.animated': 'Es bewegt sich; Outlook für Windows zeigt davon vielleicht nur das erste Bild.',
  'write.pictures.heavy': 'Es ist schwer: Über ein Mobilfunknetz kommt es spät an.',
  'write.pictures.noAlt': 'Noch hat niemand gesagt, was es zeigt.',
  'write.pictures.by': 'Hochgeladen von {{name}}, {{time}}',
  'write.pictures.remove': 'Entfernen',
  'write.pictures.removing': 'Dieses Bild nicht mehr anbieten?',
  'write.pictures.removingWhy':
    'Versände und Mails, die es zeigen, zeigen es weiterhin. Wer es noch einmal hochlädt, bietet es wieder an.',
};
