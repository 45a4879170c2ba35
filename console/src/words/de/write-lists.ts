import type { words as en } from '../en/write-lists.ts';

export const words: Record<keyof typeof en, string> = {
  'write.home.now': 'Jetzt',
  'write.home.yours': 'Wartet auf Sie',
  'write.home.awaiting': 'Wartet auf andere',
  'write.home.paused': 'Angehalten',
  'write.home.held': 'Wartet auf das Kontingent',
  'write.home.failed': 'Nicht gesendet',
  'write.home.sending': 'Wird gesendet',
  'write.home.preparing': 'Wird vorbereitet',
  'write.home.all': 'Alle {n} ansehen',
  'write.home.nothing': 'Nichts wartet, steht still oder läuft.',
  'write.campaigns.state.any': 'Alle',
  'write.campaigns.state.draft': 'Entwurf',
  'write.campaigns.state.underWay': 'Unterwegs',
  'write.campaigns.state.done': 'Erledigt',
  'write.campaigns.state.armed': 'Aktiv',
  'write.campaigns.state.paused': 'Angehalten',
  'write.campaigns.state.ended': 'Beendet',
  'write.campaigns.state.archived': 'Archiviert',
  'write.campaigns.sort.newest': 'Neueste zuerst',
  'write.campaigns.sort.changed': 'Zuletzt geändert',
  'write.campaigns.sort.name': 'Name',
  'write.archive': 'Archiv',
  'write.archive.is': 'Archiviert',
  'write.archive.by':
    'Archiviert von {name}, {time}. Bis zur Rücknahme kann ihn niemand ändern, vorbereiten oder aktivieren.',
  'write.archive.act.archive': 'Archivieren',
  'write.archive.act.unarchive': 'Zurückholen',
  'write.archive.act.delete': 'Löschen',
  'write.archive.title.archive': 'Diesen Versand archivieren?',
  'write.archive.title.unarchive': 'Diesen Versand zurückholen?',
  'write.archive.title.delete': 'Diesen Versand löschen?',
  'write.archive.effect.archive':
    'Listen zeigen ihn nicht mehr, außer Sie wählen archivierte. Ausführungen, Zahlen und Verlauf bleiben. Eine Ausführung oder Reihe, die nicht beendet ist, steht dem im Weg.',
  'write.archive.effect.unarchive':
    'Er steht wieder in den Listen und lässt sich ändern und vorbereiten. Eine Reihe bleibt beendet, bis jemand sie aktiviert.',
  'write.archive.effect.delete':
    'Niemand hat ihn vorbereitet, also wurde damit nichts gesendet. Was darin steht, ist endgültig fort; dass er gelöscht wurde und von wem, bleibt im Verlauf.',
};
