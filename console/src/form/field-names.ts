/** Fields of a campaign that the form has, and at which it says what is wrong. */
export const fieldNames = [
  'name',
  'labels',
  'list',
  'filter',
  'topic',
  'sender.name',
  'sender.address',
  'replyTo',
  'content.subject',
  'content.preheader',
  'content.source',
  'content.text',
  'content.variants',
  'content.attachments',
  'links.untracked',
  'links.utm.source',
  'links.utm.medium',
  'links.utm.campaign',
  'links.utm.content',
  'schedule.startSendingFrom',
  'schedule.zone',
  'schedule.frequency.every',
  'schedule.frequency.times',
  'schedule.frequency.window',
  'schedule.frequency.weekdays',
  'schedule.frequency.months',
  'schedule.frequency.nthWeekdays',
  'schedule.frequency.days',
  'schedule.startsOn',
  'schedule.runs',
  'schedule.endsOn',
  'schedule.except',
  'schedule.missed',
  'schedule.aggregation',
  'schedule.validity',
  'schedule.waves',
  'schedule.recipientZone',
  'schedule.abTest',
  'requestConfirmation',
  'rules.excludedDomains',
  'rules.fatigue',
  'rules.controlPercent',
  'rules.sizeLimit',
  'policy.approvals',
  'policy.extraAbove',
  'policy.ask',
  'policy.deadlineSeconds',
  'policy.remindAt',
  'policy.escalateTo',
  'policy.unanswered',
  'checkLimits.audienceChangePercent',
  'checkLimits.mostUnasked',
  'checkLimits.sendWindow.days',
  'checkLimits.sendWindow.from',
  'checkLimits.sendWindow.to',
] as const;
export type FieldName = (typeof fieldNames)[number];

/** Which field of the form a path of the campaign is shown at. */
export const fieldOf = (path: PropertyKey[]): FieldName => {
  const dotted = path
    .join('.')
    .replace(/^content\.(mjml|html)$/, 'content.source')
    .replace('content.language', 'content.variants');
  return fieldNames.find((name) => dotted === name || dotted.startsWith(`${name}.`)) ?? 'name';
};
