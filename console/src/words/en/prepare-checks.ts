/** Words of the checks of a preparation. */
export const words = {
  'prepare.checks': 'Checks',
  'prepare.checks.sum':
    '{count, plural, one {{passed} passed, one warning, {blocking} blocking} other {{passed} passed, {n} warnings, {blocking} blocking}}',
  'prepare.checks.passed': '{count, plural, one {One check passed} other {{n} checks passed}}',
  'prepare.checks.footer': 'Warnings do not block. Whoever confirms sees them and accepts them by name.',
  'prepare.checks.blocked': 'Blocking checks stop the run. Change the campaign, then prepare again.',
  'prepare.checkVerdict.passed': 'Passed',
  'prepare.checkVerdict.warning': 'Warning',
  'prepare.checkVerdict.blocking': 'Blocking',
  'prepare.check.subjectPresent.passed': 'There is a subject',
  'prepare.check.subjectPresent.wrong': 'The subject is missing',
  'prepare.check.contentPresent.passed': 'There is content',
  'prepare.check.contentPresent.wrong': 'The content is missing',
  'prepare.check.textPresent.passed': 'There is a text version',
  'prepare.check.textPresent.wrong': 'The text version is missing',
  'prepare.check.unsubscribeLink.passed': 'Unsubscribe link in HTML and text, one-click header',
  'prepare.check.unsubscribeLink.wrong': 'No visible unsubscribe link in: {parts}',
  'prepare.check.unsubscribeContrast.passed': 'The unsubscribe link is easy to read',
  'prepare.check.unsubscribeContrast.wrong': 'The unsubscribe link is pale: contrast {contrast}:1',
  'prepare.check.variablesKnown.passed': 'All placeholders are columns of the list',
  'prepare.check.variablesKnown.wrong': 'Unknown placeholders: {names}',
  'prepare.check.templateValid.passed': 'The template can be read',
  'prepare.check.templateValid.wrong': 'The template cannot be read',
  'prepare.check.senderVerified.passed': 'Sender {domain} is verified with SES',
  'prepare.check.senderVerified.wrong': 'Sender {domain} is not verified with SES',
  'prepare.check.senderLength.passed': 'SES takes the name of the sender',
  'prepare.check.senderLength.wrong': 'The name of the sender is too long for SES',
  'prepare.check.productionAccess.passed': 'SES sends to every address',
  'prepare.check.productionAccess.wrong': 'The SES account is in the sandbox',
  'prepare.check.size.passed': 'Size {kilobytes} KB',
  'prepare.check.size.wrong': 'Size {kilobytes} KB',
  'prepare.check.quota.passed': 'Needs {share} of today’s quota, ends {ends}',
  'prepare.check.quota.wrong': 'Needs {share} of today’s quota, ends {ends}',
  'prepare.check.audience.passed': 'There is somebody to send to',
  'prepare.check.audience.wrong': 'Nobody is left to send to',
  'prepare.check.approvers.passed': 'Enough people may confirm it',
  'prepare.check.approvers.wrong': 'Nobody could ever confirm this run',
  'prepare.check.reminders.passed': 'The further group will be asked',
  'prepare.check.reminders.wrong': 'The group {group} would never be asked',
  'prepare.check.fatigueDate.passed':
    '{count, plural, one {At most one message to a person in {withinDays} days before and after} other {At most {messages} messages to a person in {withinDays} days before and after}}',
  'prepare.check.fatigueDate.wrong':
    '{count, plural, one {The limit of one message in {withinDays} days has no contact date} other {The limit of {messages} messages in {withinDays} days has no contact date}}',
  'prepare.hint.fatigueDate.wrong':
    'The days are counted from now. If it is confirmed later, somebody may get more. Give the campaign a date to be sure.',
  'prepare.check.rulesOff.passed': 'All rules are on',
  'prepare.check.rulesOff.wrong': 'Rules that are off: {names}',
  'prepare.hint.rulesOff.wrong':
    'These people get the message. Switch the rules on again in the campaign unless that is meant.',
  'prepare.checkVerdict.information': 'Information',
  'prepare.check.variablesFilled.passed': 'Every placeholder is filled for everybody',
  'prepare.check.variablesFilled.wrong': 'Empty for some recipients: {names}',
  'prepare.check.valuesReal.passed': 'No value is a word of a program',
  'prepare.check.valuesReal.wrong': 'Values that are words of a program: {names}',
  'prepare.check.datesRead.passed': 'All dates can be read',
  'prepare.check.datesRead.wrong': 'Dates that cannot be read, for some recipients: {names}',
  'prepare.check.comparisonsRead.passed': 'Conditions can read every value that they compare',
  'prepare.check.comparisonsRead.wrong': 'Values that a condition cannot read, for some recipients: {names}',
  'prepare.check.noAsYes.passed': 'No value that says no fulfils a condition',
  'prepare.check.noAsYes.wrong': 'Values that say no, and fulfil a condition all the same: {names}',
  'prepare.check.filterValuesRead.passed': 'The filter can read every value that it asks for',
  'prepare.check.filterValuesRead.wrong': 'People left out because the filter cannot read their value: {names}',
  'prepare.check.foreignTags.passed': 'No placeholders of another tool',
  'prepare.check.foreignTags.wrong': 'Placeholders of another tool, sent as they are: {names}',
  'prepare.check.linksReachable.passed': 'No link leads into a local network',
  'prepare.check.linksReachable.wrong': 'Links that work in a local network only: {names}',
  'prepare.check.linksOfOneMessage.passed': 'No link of somebody else’s message',
  'prepare.check.linksOfOneMessage.wrong': 'Links of one single message: {names}',
  'prepare.hint.valuesReal.wrong':
    'In brackets for how many. They would read it in their mail: complete the list, or import it with empty cells.',
  'prepare.hint.filterValuesRead.wrong':
    'Neither certainly meant nor certainly not meant. Correct the values in the source and import it again, for instance 2026-12-31, 12.5, yes or no.',
  'prepare.hint.datesRead.wrong':
    'In brackets for how many. The mail shows them as they are in the list; write 2027-03-05 or 05.03.2027 there.',
  'prepare.hint.comparisonsRead.wrong':
    'In brackets for how many. A value that is no number, no date, or neither yes nor no is never equal, more or less: they get the other branch. Write 12.5, 2027-03-05, yes or no in the list.',
  'prepare.hint.noAsYes.wrong':
    'In brackets for how many. A condition that names the column alone asks whether anything is in it. Where you mean yes, write {isYes}.',
  'prepare.hint.foreignTags.wrong': 'Nothing fills them here. Write a column of the list in {braces}.',
  'prepare.hint.linksReachable.wrong': 'Nobody outside can open them. Write the public address.',
  'prepare.hint.linksOfOneMessage.wrong':
    'They were copied from a mail: whoever follows one unsubscribes that one person, or sees their mail. Write {link} or {view} in their place.',
  'prepare.check.linksWellFormed.passed': 'All links are well-formed',
  'prepare.check.linksWellFormed.wrong': 'Links that lead nowhere: {names}',
  'prepare.check.linksLabelled.passed': 'All links have a text',
  'prepare.check.linksLabelled.wrong': 'Links without a text: {names}',
  'prepare.check.imagesDescribed.passed': 'All images are described',
  'prepare.check.imagesDescribed.wrong': 'Images without a description: {names}',
  'prepare.check.textLinks.passed': 'The text version has the same links',
  'prepare.check.textLinks.wrong': 'Links that the text version lacks: {names}',
  'prepare.hint.variablesFilled.wrong':
    'In brackets for how many. Give the placeholder a default in the content, or complete the list.',
  'prepare.hint.linksWellFormed.wrong': 'In the HTML: write the whole address with https://, mailto: or tel:.',
  'prepare.hint.linksLabelled.wrong': 'In the HTML: write a text into the link, or describe the image in it.',
  'prepare.hint.imagesDescribed.wrong':
    'In the HTML: give the image an alt attribute, an empty one if it is decoration.',
  'prepare.hint.textLinks.wrong': 'Whoever reads without HTML misses them; put them into the text version.',
  'prepare.hint.unsubscribeLink.passed': 'RFC 8058',
  'prepare.hint.unsubscribeLink.wrong':
    'Make {link} a link that everybody sees, outside of conditions and comments. Mails without it: {mails}; the first one: profile {example}.',
  'prepare.hint.unsubscribeContrast.wrong':
    'Below {needed}:1 many do not read it; WCAG 2.2 asks for 4.5:1 for text of ordinary size. Choose darker letters or another ground. Mails concerned: {mails}; the first one: profile {example}.',
  'prepare.hint.subjectPresent.wrong': 'Write one in the content of the campaign.',
  'prepare.hint.contentPresent.wrong': 'Write it in the content of the campaign.',
  'prepare.hint.textPresent.wrong': 'Some people read without HTML; write it in the content of the campaign.',
  'prepare.hint.variablesKnown.wrong': 'Correct their spelling, or import a list that has these columns.',
  'prepare.hint.senderVerified.wrong': 'Verify the domain in SES, or use another sender.',
  'prepare.hint.senderLength.wrong':
    'Name and address have {needed} bytes in the mail, and SES takes {limit}; a letter beyond ASCII takes three to six. Shorten the name in the campaign.',
  'prepare.hint.productionAccess.wrong':
    'SES sends to verified addresses only, and the run pauses at the first other one. Ask AWS for production access, or verify each recipient.',
  'prepare.hint.size.passed': 'Gmail cuts mails off from {limit} KB.',
  'prepare.hint.size.wrong':
    'Gmail cuts mails off from {limit} KB; what follows, such as the unsubscribe link, is hidden.',
  'prepare.hint.quota.passed':
    '{count, plural, one {One message, {free} free in 24 h; about {duration} at the granted rate} other {{needed} messages, {free} free in 24 h; about {duration} at the granted rate}}',
  'prepare.hint.quota.wrong':
    '{needed} messages, {free} free in 24 h. The rest goes out when the quota allows it again, at the latest by then.',
  'prepare.hint.audience.wrong': 'Look at the exclusions, or choose another list.',
  'prepare.hint.approvers.passed': '{needed} needed, {available} count',
  'prepare.hint.approvers.wrong':
    '{needed} needed, {available} count of {asked} who are asked and can sign in: whoever prepared or edited does not. Ask more people, or let somebody else prepare.',
  'prepare.hint.reminders.wrong':
    'It is asked with the last reminder, and there is none. Give the campaign’s confirmation at least one reminder.',
  'prepare.check.languages.passed': 'In one language',
  'prepare.check.languages.wrong': 'In several languages: {languages}',
};
