/** Words of "Compute stats". */
export const words = {
  'kpi.recount.counting': 'Recounting from the ledger since {at}, asked for by {by}: {percent}.',
  'kpi.recount.abandoned':
    'The recount that {by} asked for at {at} stands still at {percent}. Compute stats takes it up where it stands.',
  'kpi.recount.busy':
    'The recount that {by} asked for at {at} gave up: events kept arriving. Nothing was changed; compute the stats again when less is going on.',
  'kpi.recount.tooLong':
    'The recount that {by} asked for at {at} gave up at {percent}: it took too long. Nothing was changed.',
  'kpi.computed.same': 'Recounted from the ledger at {at}, asked for by {by}: no difference.',
  'kpi.computed.differ': 'Recounted from the ledger at {at}, asked for by {by}. This was corrected:',
  'kpi.computed.counter': 'Counter',
  'kpi.computed.before': 'Old',
  'kpi.computed.after': 'New',
  'kpi.computed.difference': 'Difference',
  'kpi.counter.deliveredUntracked': 'delivered without tracking',
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
