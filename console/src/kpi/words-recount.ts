const en = {
  'kpi.recount.counting': 'Recounting from the ledger since {{at}}, asked for by {{by}}: {{percent}}.',
  'kpi.recount.abandoned':
    'The recount that {{by}} asked for at {{at}} stands still at {{percent}}. Compute stats takes it up where it stands.',
  'kpi.recount.busy':
    'The recount that {{by}} asked for at {{at}} gave up: events kept arriving. Nothing was changed; compute the stats again when less is going on.',
  'kpi.recount.tooLong':
    'The recount that {{by}} asked for at {{at}} gave up at {{percent}}: it took too long. Nothing was changed.',
  'kpi.computed.same': 'Recounted from the ledger at {{at}}, asked for by {{by}}: no difference.',
  'kpi.computed.differ': 'Recounted from the ledger at {{at}}, asked for by {{by}}. This was corrected:',
  'kpi.computed.counter': 'Counter',
  'kpi.computed.before': 'Old',
  'kpi.computed.after': 'New',
  'kpi.computed.difference': 'Difference',
  'kpi.counter.delivered': 'delivered',
  'kpi.counter.bounced': 'bounced',
  'kpi.counter.hardBounced': 'bounced for good',
  'kpi.counter.rejected': 'rejected',
  'kpi.counter.complained': 'complained',
  'kpi.counter.delayed': 'delayed',
  'kpi.counter.opened': 'opened',
  'kpi.counter.openedByHuman': 'opened by people',
  'kpi.counter.openedByMachine': 'opened by machines',
  'kpi.counter.clicked': 'clicked',
  'kpi.counter.clickedByHuman': 'clicked by people',
  'kpi.counter.clickedByMachine': 'clicked by machines',
  'kpi.counter.unsubscribed': 'unsubscribed',
};

const de: Record<keyof typeof en, string> = {
  'kpi.recount.counting': 'Wird seit {{at}} neu gezählt, veranlasst von {{by}}: {{percent}}.',
  'kpi.recount.abandoned':
    'Die Zählung, die {{by}} um {{at}} veranlasst hat, steht bei {{percent}}. Statistiken berechnen setzt sie dort fort.',
  'kpi.recount.busy':
    'Die Zählung, die {{by}} um {{at}} veranlasst hat, wurde aufgegeben: Es trafen immer neue Ereignisse ein. Nichts wurde geändert; später noch einmal berechnen.',
  'kpi.recount.tooLong':
    'Die Zählung, die {{by}} um {{at}} veranlasst hat, wurde bei {{percent}} aufgegeben: Sie dauerte zu lange. Nichts wurde geändert.',
  'kpi.computed.same': 'Neu gezählt um {{at}}, veranlasst von {{by}}: kein Unterschied.',
  'kpi.computed.differ': 'Neu gezählt um {{at}}, veranlasst von {{by}}. Das wurde berichtigt:',
  'kpi.computed.counter': 'Zähler',
  'kpi.computed.before': 'Alt',
  'kpi.computed.after': 'Neu',
  'kpi.computed.difference': 'Unterschied',
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

/** Words of "Compute stats". */
export const recountWords = { en, de };
