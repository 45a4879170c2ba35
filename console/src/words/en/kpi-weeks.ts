/** Words of the figures over all campaigns. */
export const words = {
  'weeks.title': 'All campaigns, week by week',
  'weeks.span': 'Weeks',
  'weeks.last': 'the last {n}',
  'weeks.figure': 'Chart of',
  'weeks.number': 'week {week}',
  'weeks.week': 'Week from',
  'weeks.runs': 'Runs',
  'weeks.sent': 'Sent',
  'weeks.of.delivered': 'Delivered',
  'weeks.of.bounced': 'Bounces',
  'weeks.of.complained': 'Complaints',
  'weeks.of.openedByHuman': 'Opened by people',
  'weeks.of.clickedByHuman': 'Clicked by people',
  'weeks.of.unsubscribed': 'Unsubscribed',
  'weeks.chart.label': '{title} by week; most, {n}, in the week from {from}; the table has all figures',
  'weeks.counting': 'Runs of earlier weeks are still being counted; their figures grow with each hour.',
  'weeks.how':
    'Weeks begin on Monday at 0:00 UTC. A message counts in the week in which its run began to be sent, whenever it is opened: the figures of a week still grow after it is over. Delivered and bounces are in per cent of the messages handed over or failed, complaints and opt-outs of those delivered, opens and clicks of the delivered ones of which they can be known.',
};
