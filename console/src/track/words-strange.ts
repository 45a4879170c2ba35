const en = {
  'track.unmatched': 'Events of no message',
  'track.unmatched.none': 'Everything that SES told in the last 90 days belongs to a message.',
  'track.unmatched.counted_one': 'One event of SES of the last 90 days belongs to no message of Freigabe.',
  'track.unmatched.counted_other': '{{shown}} events of SES of the last 90 days belong to no message of Freigabe.',
  'track.unmatched.countedMore_one':
    'More than one event of SES of the last 90 days belongs to no message of Freigabe.',
  'track.unmatched.countedMore_other':
    'More than {{shown}} events of SES of the last 90 days belong to no message of Freigabe; the newest by cause:',
  'track.unmatched.noTags': 'without our tags',
  'track.unmatched.noTagsDo': 'Somebody else sends through this configuration set; give them one of their own.',
  'track.unmatched.noSuchRun': 'of a run that does not exist',
  'track.unmatched.noSuchRunDo': 'Another stage sends through this configuration set, or the run was removed.',
  'track.unmatched.noSuchMessage': 'of a message that its run does not have',
  'track.unmatched.noSuchMessageDo': 'The tags were changed on their way; look at the mail in question.',
  'track.unmatched.newType': 'of a kind that SES did not have before',
  'track.unmatched.newTypeDo': 'Nothing is lost; a newer version of Freigabe may know it.',
  'track.unmatched.message': 'message {{number}}',
  'track.unmatched.log': 'Each of these events',
  'track.unmatched.open': 'Show them, the newest first',
  'track.unmatched.cause': 'Cause',
  'track.unmatched.run': 'Run',
  'track.unknown': 'What SES says new',
  'track.unknown.why':
    'Fields and values that nobody knew when this version was written. The events that hold them are recorded all the same.',
  'track.unknown.place': 'Where',
  'track.unknown.value': 'Value',
  'track.unknown.field': 'the field itself',
  'track.unknown.seen': 'Seen',
  'track.unknown.last': 'Last',
};

const de: Record<keyof typeof en, string> = {
  'track.unmatched': 'Ereignisse ohne Nachricht',
  'track.unmatched.none': 'Alles, was SES in den letzten 90 Tagen meldete, gehört zu einer Nachricht.',
  'track.unmatched.counted_one':
    'Ein Ereignis von SES aus den letzten 90 Tagen gehört zu keiner Nachricht von Freigabe.',
  'track.unmatched.counted_other':
    '{{shown}} Ereignisse von SES aus den letzten 90 Tagen gehören zu keiner Nachricht von Freigabe.',
  'track.unmatched.countedMore_one':
    'Mehr als ein Ereignis von SES aus den letzten 90 Tagen gehört zu keiner Nachricht von Freigabe.',
  'track.unmatched.countedMore_other':
    'Mehr als {{shown}} Ereignisse von SES aus den letzten 90 Tagen gehören zu keiner Nachricht von Freigabe; die neuesten nach Ursache:',
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
  'track.unmatched.message': 'Nachricht {{number}}',
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

/** Words of what SES told that fits nowhere. */
export const strangeWords = { en, de };
