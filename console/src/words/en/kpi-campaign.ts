/** Words of a campaign's figures. */
export const words = {
  'kpi.campaign': 'Figures of all runs',
  'kpi.campaign.runs':
    '{count, plural, one {of one run that was published} other {of the last {count} runs that were published}}',
  'kpi.campaign.figure': 'Figure',
  'kpi.campaign.messages': 'Messages',
  'kpi.campaign.profiles': 'Profiles',
  'kpi.campaign.of.delivered': 'Delivered',
  'kpi.campaign.of.opened': 'Opened',
  'kpi.campaign.of.openedByHuman': 'Opened by people',
  'kpi.campaign.of.clicked': 'Clicked',
  'kpi.campaign.of.clickedByHuman': 'Clicked by people',
  'kpi.campaign.of.unsubscribed': 'Unsubscribed',
  'kpi.period': 'Figures by period',
  'kpi.period.of': 'Period',
  'kpi.period.week': 'Week {week} of {year}',
  'kpi.period.toDeliver': 'To deliver',
  'kpi.period.version': 'Version {version} of the campaign.',
  'kpi.period.partial': 'Older runs of it are not shown.',
  'kpi.period.runs': '{count, plural, one {One run} other {{count} runs}}',
  'kpi.campaign.why':
    'A person in three runs is three messages and one profile. Profiles are counted when somebody asks for it.',
  'kpi.campaign.asOf':
    '{count, plural, one {Profiles: counted {at}, of one run.} other {Profiles: counted {at}, of {count} runs.}}',
  'kpi.campaign.forgotten':
    '{count, plural, one {The audience of one older run is deleted and not among them.} other {The audiences of {count} older runs are deleted and not among them.}}',
  'kpi.campaign.counting': 'Profiles are counted since {at}, asked for by {by}: {percent}.',
  'kpi.campaign.abandoned':
    'The count that {by} asked for at {at} stands still at {percent}. Compute stats takes it up where it stands.',
  'kpi.campaign.gaveUp':
    'The count that {by} asked for at {at} gave up at {percent}: it took too long. The figures before it stay.',
};
