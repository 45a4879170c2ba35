import type { words as en } from '../en/kpi-recount.ts';

export const words: Record<keyof typeof en, string> = {
  'kpi.recount.counting': 'Wird seit {at} neu gezählt, veranlasst von {by}: {percent}.',
  'kpi.recount.abandoned':
    'Die Zählung, die {by} um {at} veranlasst hat, steht bei {percent}. Statistiken berechnen setzt sie dort fort.',
  'kpi.recount.busy':
    'Die Zählung, die {by} um {at} veranlasst hat, wurde aufgegeben: Es trafen immer neue Ereignisse ein. Nichts wurde geändert; später noch einmal berechnen.',
  'kpi.recount.tooLong':
    'Die Zählung, die {by} um {at} veranlasst hat, wurde bei {percent} aufgegeben: Sie dauerte zu lange. Nichts wurde geändert.',
  'kpi.computed.same': 'Neu gezählt um {at}, veranlasst von {by}: kein Unterschied.',
  'kpi.computed.differ': 'Neu gezählt um {at}, veranlasst von {by}. Das wurde berichtigt:',
  'kpi.computed.counter': 'Zähler',
  'kpi.computed.before': 'Alt',
  'kpi.computed.after': 'Neu',
  'kpi.computed.difference': 'Unterschied',
  'kpi.counter.deliveredUntracked': 'zugestellt ohne Tracking',
  'kpi.counter.delivered': 'zugestellt',
  'kpi.counter.bounced': 'zurückgekommen',
  'kpi.counter.hardBounced': 'endgültig zurückgekommen',
  'kpi.counter.rejected': 'abgelehnt',
  'kpi.counter.complained': 'beschwert',
  'kpi.counter.delayed': 'verzögert',
  'kpi.counter.opened': 'geöffnet',
  'kpi.counter.openedByHuman': 'von Menschen geöffnet',
  'kpi.counter.openedByMachine': 'von Maschinen geöffnet',
  'kpi.counter.clicked': 'geklickt',
  'kpi.counter.clickedByHuman': 'von Menschen geklickt',
  'kpi.counter.clickedByMachine': 'von Maschinen geklickt',
  'kpi.counter.unsubscribed': 'abgemeldet',
};
