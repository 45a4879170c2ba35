/** Words of the checks of a preparation that look at sender, time and the runs before. */
export const words = {
  'prepare.check.imagesWeight.passed': 'Pictures weigh {kilobytes} KB',
  'prepare.check.imagesWeight.wrong': 'Pictures: {kilobytes} KB inside the mail, {remote} lie elsewhere',
  'prepare.hint.imagesWeight.wrong':
    'From {limit} KB of pictures inside the mail on, Gmail cuts it off: let them lie elsewhere. Those are not fetched here, so their weight is not known.',
  'prepare.check.senderProofs.passed': 'Mailboxes can tell that {domain} is genuine: {names}',
  'prepare.check.senderProofs.wrong': 'Not set up for {domain}: {names}',
  'prepare.hint.senderProofs.wrong':
    'DKIM: switch it on for the domain in SES. SPF: the TXT record {spf} at the domain. DMARC: the TXT record {dmarc} at _dmarc.{domain}. Without them mail lands in spam more often.',
  'prepare.check.senderProofsUnknown.passed': 'SES and the DNS answered about {domain}',
  'prepare.check.senderProofsUnknown.wrong': 'Not known for {domain}: {names}',
  'prepare.hint.senderProofsUnknown.wrong': 'SES or the DNS did not answer. Prepare again to ask once more.',
  'prepare.check.sendWindow.passed': 'Goes out within the hours that are allowed',
  'prepare.check.sendWindow.wrong': 'Outside the hours that are allowed: {hours}',
  'prepare.check.sendWindow.hours': '{starts} to {ends}',
  'prepare.hint.sendWindow.passed': '{days}, {from} to {to} ({zone})',
  'prepare.hint.sendWindow.wrong':
    'Allowed: {days}, {from} to {to} ({zone}). Choose another time in the schedule; a campaign that is sent once confirmed is judged as if confirmed now.',
  'prepare.check.audienceChange.passed': 'As many recipients as usual: {now}, the last time {before}',
  'prepare.check.audienceChange.wrong': '{percent} % off the last run: {now} recipients instead of {before}',
  'prepare.hint.audienceChange.wrong':
    'More than {limit} % is unusual. Look at the list and at the exclusions before you go on.',
  'prepare.check.scheduleLost.passed': 'The copy has a schedule of its own',
  'prepare.check.scheduleLost.wrong': 'A copy of “{original}” without its schedule',
  'prepare.hint.scheduleLost.wrong':
    'It goes out as soon as it is confirmed. Give the campaign a date unless that is meant.',
  'prepare.check.audienceKept.passed': 'The audience is kept for {needed} days and longer',
  'prepare.check.audienceKept.wrong': 'The audience would have to be kept for {needed} days; {limit} are allowed',
  'prepare.hint.audienceKept.wrong':
    'Frozen addresses are deleted after {limit} days: plan the run for an earlier date, let the limit of messages to a person count fewer days, or raise audienceDays of the stage.',
  'prepare.check.validity.passed': 'Out before it is valid no longer, {until}',
  'prepare.check.validity.wrong': 'Valid until {until}, the last message may go out {ends}',
  'prepare.check.rampTooShort.passed': 'The days take everybody',
  'prepare.check.rampTooShort.wrong': '{people} people are more than {waves} days take: {limit}',
  'prepare.check.waves.passed': 'In {waves} waves',
  'prepare.check.waves.wrong': 'In {waves} waves, the first {first}, the last {last} at the earliest',
  'prepare.check.abTest.passed': 'Test of {variants} variants with {people} people',
  'prepare.check.abTest.wrong': 'Test of {variants} variants with {people} people, {others} wait for what wins',
  'prepare.check.recipientZones.passed': 'At this time where each person is',
  'prepare.check.recipientZones.wrong': 'At this time where each person is: the first {first}, the last {last}',
};
