/** Words of the times of a campaign: in its form, and on its page. */
export const words = {
  'prepare.impossible':
    'This schedule names a time that does not exist, or it has no start at all. Nothing starts until somebody changes it.',
  'prepare.noStarts': 'No further start.',
  'prepare.zoneData': 'Rules of the time zones: tz database {version}.',
  'prepare.wrong.schedule.startSendingFrom': 'Give a day and a time.',
  'prepare.wrong.schedule.startsOn': 'Give a day and a time.',
  'prepare.wrong.schedule.endsOn': 'Give a day and a time after the first start, or leave it empty.',
  'prepare.wrong.schedule.zone': 'Choose a time zone.',
  'prepare.wrong.schedule.runs': 'A whole number from 1, or nothing.',
  'prepare.wrong.schedule.missed': 'Choose one of both.',
  'prepare.wrong.schedule.aggregation': 'Choose a period, or none.',
  'prepare.wrong.checkLimits.mostUnasked': 'A whole number from 1, or nothing.',
};
