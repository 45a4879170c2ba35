import type { ProblemCause } from '../../../../domain/http/problem-cause.ts';

type Words = Record<`shell.cause.${ProblemCause}`, string>;

/** What is wrong, one sentence for each cause; a cause without its sentence in both languages does not compile. */
export const words: Words = {
  'shell.cause.noPermission': 'Your permissions do not allow you to {{action}}.',
  'shell.cause.accountGone': 'Your account no longer exists.',
  'shell.cause.accountDisabled': 'Your account is disabled.',
  'shell.cause.accountNotReady': 'A step of signing in is still open for your account, such as a new password.',
  'shell.cause.lastAdministrator': 'This is the last administrator who can sign in.',
  'shell.cause.personExists': 'Somebody has this address already.',
  'shell.cause.personGone': 'There is nobody of this id in the user pool any more.',
  'shell.cause.peopleBeingChanged': 'Somebody is changing people at this moment.',
  'shell.cause.webhookGone': 'This webhook is not there any more.',
  'shell.cause.webhookAddress': 'Nothing is sent to such an address.',
  'shell.cause.webhookMovedOn': 'Somebody else changed this webhook meanwhile.',
  'shell.cause.tooManyWebhooks': 'There are {{limit}} webhooks already.',
  'shell.cause.webhookOfChat': 'A chat checks no signature.',
  'shell.cause.notInvited': 'This person has a password of their own, or is disabled.',
  'shell.cause.linkOfSomebodyElse': 'This link was mailed to somebody else.',
  'shell.cause.questionAskedAnew':
    'The question was asked anew since this link was mailed: a confirmation was withdrawn, or the start was missed.',
  'shell.cause.runDecided': 'This run is already decided: {{by}} {{decision}}, {{at}}.',
  'shell.cause.deadlinePassed': 'The time to decide was over at {{at}}; nothing is sent.',
  'shell.cause.notAwaiting': 'The run waits for no confirmation; its state is: {{state}}.',
  'shell.cause.notAsked': 'You are not one of those who were asked to confirm this run.',
  'shell.cause.notInPolicy': 'You are not one of those whom the policy of this run names.',
  'shell.cause.fourEyes':
    'You prepared this run or had a hand in its campaign since it was last confirmed, so your confirmation does not count (four eyes).',
  'shell.cause.confirmedByYou': 'You confirmed this run at {{at}}; it waits for another confirmation.',
  'shell.cause.warningsUnacknowledged': 'Warnings that you have not acknowledged yet: {{missing}}.',
  'shell.cause.nothingToWithdraw': 'There is no confirmation to withdraw; the state of the run is: {{state}}.',
  'shell.cause.sendingBegan':
    'It is too late to withdraw: sending began at {{at}}. Messages in work or sent by now: {{claimed}}.',
  'shell.cause.notConfirmedByYou': 'You have not confirmed this run, so there is nothing of yours to withdraw.',
  'shell.cause.nobodyIsAsked': 'Nobody is being asked; the state of the run is: {{state}}.',
  'shell.cause.approverNotAsked': 'The person whose part you want to give away is not one of those who are asked.',
  'shell.cause.approverHasConfirmed': '{{name}} has confirmed already.',
  'shell.cause.noSuchApprover': 'Nobody with the role Start deliveries has this address.',
  'shell.cause.approverAskedAlready': '{{name}} is asked already.',
  'shell.cause.approverIsAuthor': '{{name}} prepared this run or had a hand in its campaign, so would not count.',
  'shell.cause.notInThisState': 'This is not possible in the state of the run: {{state}}.',
  'shell.cause.runUnreadable':
    'A run of this campaign has not ended, and what is stored of it cannot be read: {{runId}}.',
  'shell.cause.runMovedOn': 'The run moved on while you were looking at it.',
  'shell.cause.runUnderway': 'Another run of this campaign has not ended; its state is: {{state}}.',
  'shell.cause.stillSending':
    'Which messages are unknown shows only when the run no longer sends; its state is: {{state}}.',
  'shell.cause.resentAlready': 'These messages of this run were sent again already.',
  'shell.cause.resendUnderway':
    'Another run is to send unknown messages of this one again ({{messages}}); its state is: {{state}}.',
  'shell.cause.nothingUnknown': 'No message of this run is unknown, or was refused by SES without a reason.',
  'shell.cause.answersOutstanding': 'SES may still answer for some of these messages.',
  'shell.cause.unknownChanged':
    'The number of messages that can be sent again is now {{unknown}}; you asked for {{messages}}.',
  'shell.cause.startPast': 'Sending should start at {{sendAt}}, and that is past.',
  'shell.cause.seriesOver':
    'The series has no start any more: somebody ended it, its end is past, its runs are used up, or its day never comes.',
  'shell.cause.scheduleImpossible':
    'The schedule of this campaign names a time that does not exist, or it has no start at all.',
  'shell.cause.nothingPrepared': 'Nothing is prepared yet; the state of the run is: {{state}}.',
  'shell.cause.proofsToStrangers':
    'Not all of these addresses may get proofs. Their positions in your list: {{positions}}.',
  'shell.cause.proofsOfRunUsedUp': 'You asked for too many proofs: a run has {{cap}}, and {{left}} are left.',
  'shell.cause.proofsOfDayUsedUp':
    'You asked for too many proofs: all runs together have {{cap}} a day, and {{left}} are left today.',
  'shell.cause.proofsNotChecked': 'It takes too long to find out whom these addresses belong to. No proof was sent.',
  'shell.cause.proofsHeldBack': 'SES takes no more mails at the moment. Proofs sent: {{sent}}, not sent: {{left}}.',
  'shell.cause.proofsRefused': 'SES does not take this proof. Proofs sent: {{sent}}, not sent: {{left}}.',
  'shell.cause.proofOptedOut':
    'Some of these addresses opted out. Their positions in your list: {{positions}}. No proof was sent.',
  'shell.cause.proofSuppressed':
    'Some of these addresses are on the suppression list of the organisation. Their positions in your list: {{positions}}. No proof was sent.',
  'shell.cause.mailNotRendered': 'The mail cannot be put together for this recipient.',
  'shell.cause.topicUnknown': 'This stage does not have the topic of the campaign.',
  'shell.cause.campaignArchived': 'This campaign is archived.',
  'shell.cause.campaignHasRuns': 'This campaign was prepared: its runs and their history name it.',
  'shell.cause.seriesNotEnded': 'The series of this campaign has not ended; its state is: {{seriesState}}.',
  'shell.cause.campaignChanged': 'Somebody else changed this campaign meanwhile.',
  'shell.cause.csvUnreadable': 'The file cannot be read as CSV. Often a quotation mark is not closed.',
  'shell.cause.csvEmpty': 'The file holds no rows.',
  'shell.cause.noAddressColumn': 'No column of the file holds mail addresses.',
  'shell.cause.importGivenUp':
    'The import could not be written and was given up. None of its rows ({{rows}}) counts; the list is what it was.',
  'shell.cause.fileTooLarge': 'The file has {{bytes}} bytes; at most {{maxBytes}} are taken.',
  'shell.cause.partsMissing': 'Parts of the file have not arrived yet.',
  'shell.cause.uploadGone':
    'What was uploaded is not there any more: an upload is kept for a day, a whole file for two.',
  'shell.cause.uploadDiffers': 'What arrived has {{bytes}} bytes, which is not the size of the file.',
  'shell.cause.importMovedOn': 'The import has moved on meanwhile.',
  'shell.cause.tooManyRows':
    'The file has {{rows}} rows, which take {{writes}} writes; at most {{maxWrites}} fit into one import of this kind. A large row takes several, an opt-out five more, a quarantine five more.',
  'shell.cause.tooManyColumns': 'The file has {{width}} columns; at most {{maxWidth}} fit.',
  'shell.cause.bytesLost': 'The file was sent as text and is not UTF-8: some of its letters were lost on the way.',
  'shell.cause.badBytes': 'The header holds bytes that are no letters in its encoding, in line: {{lines}}.',
  'shell.cause.encodingUnknown': 'The letters of the file are in no encoding that is known. It may be no table.',
  'shell.cause.headerMissing': 'The first row of the file is a person already; no row names the columns.',
  'shell.cause.fileIsNoTable': 'The file is {{name}}, and no table that can be read here.',
  'shell.cause.fileLocked': 'The workbook is protected by a password.',
  'shell.cause.workbookBroken': 'The workbook cannot be read.',
  'shell.cause.workbookTooLarge':
    'The workbook holds more than an import takes (4.5 MB), or cells far outside of the table are filled.',
  'shell.cause.sheetMissing': 'The workbook has no sheet of this name.',
  'shell.cause.columnsMissing': 'The mapping names columns that the file does not have: {{names}}.',
  'shell.cause.columnsCollide': 'Several columns become the same: {{names}}.',
  'shell.cause.optOutUnclear':
    'Who opted out, is in quarantine or refuses tracking cannot be read with certainty. What these columns hold: {{columns}}.',
  'shell.cause.noValidAddress': 'Not one of the rows ({{rows}}) has a valid mail address.',
  'shell.cause.idsOfOthers':
    'Of the ids in the file, {{known}} are known, and {{changed}} of them belong to other addresses.',
  'shell.cause.eventsTooFast': 'Events are arriving faster than they can be counted. Nothing was changed.',
  'shell.cause.countTookTooLong': 'The count took too long and was given up. Nothing was changed.',
  'shell.cause.runNotCounted': 'Nobody is counting this run.',
  'shell.cause.campaignNotCounted': 'Nobody is counting this campaign.',
  'shell.cause.notInQuarantine': 'The address is not in quarantine.',
  'shell.cause.addressChanged': 'Something else changed at this address meanwhile; it was not released.',
  'shell.cause.notSuppressed': 'This is not on the suppression list.',
  'shell.cause.noSuppressionEntry': 'There is no address, no domain and no SHA-256 in it.',
  'shell.cause.notOptedOut': 'Neither the profile nor its address has opted out.',
  'shell.cause.personErased': 'The person of this profile is erased.',
  'shell.cause.campaignTooLarge':
    'The content is too large: it has {{bytes}} bytes, and {{limit}} fit. The campaign was not saved.',
  'shell.cause.settingsTooLarge':
    'Filter, rules and policy are too large: together they have {{bytes}} bytes, and {{limit}} fit. It was not saved.',
  'shell.cause.noSeries': 'This campaign is no series: it goes out once.',
  'shell.cause.seriesNotInThisState': 'That cannot be done to this series; its state is: {{seriesState}}.',
  'shell.cause.seriesEndPast': 'The date after which the series should end is past.',
  'shell.cause.notTheNextStart': 'Meanwhile the next start of the series is another one: {{sendAt}}.',
  'shell.cause.tooManySkipped': '{{limit}} starts to come are left out already; more are not kept.',
  'shell.cause.seriesMovedOn': 'Somebody else changed this series at the same moment.',
  'shell.cause.unaskedForbidden': 'On this stage each run is confirmed, also of a series.',
  'shell.cause.profileRefused': 'The profile was not saved: {{why}}.',
  'shell.cause.listInUse': 'Campaigns use this list and would reach nobody by it ({{usedBy}}): {{names}}.',
  'shell.cause.listBeingImported': 'Somebody imports into this list at this moment.',
  'shell.cause.audienceFull': 'The conditions of this audience take no further one.',
  'shell.cause.segmentUnknown': 'There is no such segment: {{names}}.',
  'shell.cause.runUnknown': 'A condition asks about a run that is not there: {{names}}.',
  'shell.cause.segmentChanged': 'Somebody else changed or deleted this segment meanwhile.',
  'shell.cause.segmentInUse':
    'Campaigns name this segment and could not be prepared without it ({{usedBy}}): {{names}}.',
  'shell.cause.segmentNotCounted':
    'The conditions ask about {{messages}} messages; for a count {{limit}} are looked at.',
  'shell.cause.segmentRunsUnknown': 'Of runs that the conditions ask about nobody knows who got them: {{names}}.',
  'shell.cause.tooManySegments': 'There are {{limit}} segments already, which is as many as there may be.',
};
