import type { words as en } from '../en/track-unmatched.ts';

export const words: Record<keyof typeof en, string> = {
  'track.unmatched': 'Ereignisse ohne Nachricht',
  'track.unmatched.none': 'Alles, was SES in den letzten {days} Tagen meldete, gehört zu einer Nachricht.',
  'track.unmatched.counted':
    '{count, plural, one {Ein Ereignis von SES aus den letzten {days} Tagen gehört zu keiner Nachricht von Freigabe.} other {{shown} Ereignisse von SES aus den letzten {days} Tagen gehören zu keiner Nachricht von Freigabe.}}',
  'track.unmatched.countedMore':
    '{count, plural, one {Mehr als ein Ereignis von SES aus den letzten {days} Tagen gehört zu keiner Nachricht von Freigabe.} other {Mehr als {shown} Ereignisse von SES aus den letzten {days} Tagen gehören zu keiner Nachricht von Freigabe; die neuesten nach Ursache:}}',
  'track.unmatched.noTags': 'ohne unsere Kennzeichen',
  'track.unmatched.noTagsDo': 'Jemand anderes sendet über dieses Configuration Set; geben Sie ihm ein eigenes.',
  'track.unmatched.noSuchRun': 'von einer Ausführung, die es nicht gibt',
  'track.unmatched.noSuchRunDo':
    'Eine andere Umgebung sendet über dieses Configuration Set, oder die Ausführung wurde entfernt.',
  'track.unmatched.noSuchMessage': 'von einer Nachricht, die ihre Ausführung nicht hat',
  'track.unmatched.noSuchMessageDo':
    'Die Kennzeichen wurden unterwegs verändert; sehen Sie sich die betreffende Mail an.',
  'track.unmatched.newType': 'einer Art, die SES vorher nicht hatte',
  'track.unmatched.newTypeDo': 'Nichts geht verloren; eine neuere Version von Freigabe kennt sie vielleicht.',
  'track.unmatched.rowsEnded': 'von einer Nachricht, die nicht mehr aufbewahrt ist',
  'track.unmatched.rowsEndedDo':
    'Die Zahlen ändern sich nicht mehr; eine Beschwerde oder ein Bounce gilt für die Adresse trotzdem.',
  'track.unmatched.message': 'Nachricht {number}',
  'track.unmatched.log': 'Jedes dieser Ereignisse',
  'track.unmatched.open': 'Sie zeigen, die neuesten zuerst',
  'track.unmatched.cause': 'Ursache',
  'track.unmatched.run': 'Ausführung',
  'track.unknown': 'Was SES neu sagt',
  'track.unknown.why':
    'Felder und Werte, die niemand kannte, als diese Version geschrieben wurde. Die Ereignisse, die sie enthalten, sind trotzdem verbucht.',
  'track.unknown.place': 'Wo',
  'track.unknown.value': 'Wert',
  'track.unknown.field': 'das Feld selbst',
  'track.unknown.seen': 'Gesehen',
  'track.unknown.last': 'Zuletzt',
};
