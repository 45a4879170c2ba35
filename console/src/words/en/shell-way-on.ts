import type { ContentCause, FileCause, ProblemCause } from '../../../../domain/http/problem-cause.ts';

type Words = Record<`shell.wayOn.${Exclude<ProblemCause, ContentCause | FileCause>}`, string>;

/** How to go on, one sentence for each cause. */
export const words: Words = {
  'shell.wayOn.noPermission': 'Ask somebody with the role {whoMay}.',
  'shell.wayOn.accountGone':
    'Ask an administrator to invite you again. What is open here, somebody else with your role can do.',
  'shell.wayOn.accountGoneAtProvider':
    'Ask an administrator whether you may sign in again by {name}. What is open here, somebody else with your role can do.',
  'shell.wayOn.accountDisabled':
    'Ask an administrator to enable it. What is open here, somebody else with your role can do.',
  'shell.wayOn.accountNotReady': 'Sign out, sign in again, and follow what is asked there.',
  'shell.wayOn.providerUnknown': 'Sign out and sign in by another account, or show this to an administrator.',
  'shell.wayOn.addressNotOfProvider':
    'Show this to an administrator: the domains of each provider are in the stage file.',
  'shell.wayOn.addressUnverified': 'Have your address verified there, then sign out and sign in again.',
  'shell.wayOn.passwordNotAllowed': 'Sign out, and sign in by the account of your company.',
  'shell.wayOn.setByProvider':
    'Have it changed there; it holds from their next sign-in on. Disabling the account here holds at once.',
  'shell.wayOn.signsInByProvider': 'Let them sign in by it once; what they may do follows from there.',
  'shell.wayOn.lastAdministrator': 'Give the role Administration to somebody else first, and let them sign in once.',
  'shell.wayOn.personExists': 'Look for them in the list of people.',
  'shell.wayOn.personGone': 'Load the list of people again.',
  'shell.wayOn.peopleBeingChanged': 'Try again in a moment.',
  'shell.wayOn.onlyPeople': 'Do it signed in to the console.',
  'shell.wayOn.scopeMissing': 'Give it the scope on the page Machines, and let it get a new token.',
  'shell.wayOn.machineRevoked': 'Make a new secret or a new machine on the page Machines.',
  'shell.wayOn.machineTooFast': 'It goes on in the next minute.',
  'shell.wayOn.machineGone': 'Load the list of machines again.',
  'shell.wayOn.machineNamed': 'Give this one another name.',
  'shell.wayOn.machinesMovedOn': 'Load the list and look at it again.',
  'shell.wayOn.tooManyMachines': 'Revoke one that nobody needs.',
  'shell.wayOn.webhookGone': 'Load the list of webhooks again.',
  'shell.wayOn.webhookAddress':
    'Give the whole https address of a public server, without a user name and without a port.',
  'shell.wayOn.webhookMovedOn': 'Load the list and look at it again.',
  'shell.wayOn.tooManyWebhooks': 'Remove one that nobody needs.',
  'shell.wayOn.webhookOfChat': 'Change its address instead.',
  'shell.wayOn.notInvited': 'Let them use “Forgot your password?” on the sign-in page, or enable them first.',
  'shell.wayOn.linkOfSomebodyElse':
    'Use the link in your own mail, or confirm in the console if you hold the role Start deliveries.',
  'shell.wayOn.questionAskedAnew': 'Use the link in your newest mail, or decide in the console.',
  'shell.wayOn.runDecided':
    'A confirmation can be withdrawn by whoever gave it, until sending begins; anybody with the role Start deliveries can stop the run. After a rejection, or a wish for changes, prepare the campaign again.',
  'shell.wayOn.deadlinePassed': 'Prepare the campaign again to ask anew.',
  'shell.wayOn.notAwaiting': 'Load the page again and look at the run.',
  'shell.wayOn.notAsked': 'Ask {names}.',
  'shell.wayOn.notInPolicy': 'Ask somebody whom it names.',
  'shell.wayOn.fourEyes': 'Ask another approver. You can still reject it.',
  'shell.wayOn.confirmedByYou':
    'There is nothing left to do for you. You can withdraw your confirmation until sending begins.',
  'shell.wayOn.warningsUnacknowledged': 'Look at the warnings, tick each one, then confirm.',
  'shell.wayOn.nothingToWithdraw': 'Load the page again and look at the run.',
  'shell.wayOn.sendingBegan': 'Pause or stop the run instead.',
  'shell.wayOn.notConfirmedByYou': 'Ask whoever confirmed it, or stop the run.',
  'shell.wayOn.nobodyIsAsked': 'Load the page again and look at the run.',
  'shell.wayOn.approverNotAsked': 'Load the page again and take one of the approvers of the run.',
  'shell.wayOn.approverHasConfirmed': 'Whoever confirmed can withdraw the confirmation.',
  'shell.wayOn.noSuchApprover': 'Give the address of an approver.',
  'shell.wayOn.approverAskedAlready': 'Take somebody else.',
  'shell.wayOn.approverIsAuthor': 'Take somebody else.',
  'shell.wayOn.notInThisState': 'Load the page again and look at the run.',
  'shell.wayOn.runUnreadable':
    'Ask the operator of Freigabe to mend or remove it. Until then nobody can tell whether something of it is still sent.',
  'shell.wayOn.runMovedOn': 'Load the page again, look, then repeat it if it is still right.',
  'shell.wayOn.runUnderway': 'Wait for its end, or stop it first.',
  'shell.wayOn.testNotWaiting': 'Load the page again and look at what became of the test.',
  'shell.wayOn.noSuchVariant': 'Choose one of its variants.',
  'shell.wayOn.stillSending': 'Wait until it has finished, or stop it first.',
  'shell.wayOn.resentAlready': 'Look at the run that did so; what is unknown there can be sent again from there.',
  'shell.wayOn.resendUnderway': 'Decide on that run, or stop it and ask again.',
  'shell.wayOn.nothingUnknown': 'There is nothing to be sent again.',
  'shell.wayOn.answersOutstanding': 'Try again after {until}.',
  'shell.wayOn.unknownChanged': 'Load the list again, look at it, then ask for that many.',
  'shell.wayOn.startPast': 'Give the campaign a later date, or let it start once it is confirmed.',
  'shell.wayOn.seriesOver':
    'Arm a series that was ended anew; otherwise give the campaign a later end, more runs or another frequency.',
  'shell.wayOn.scheduleImpossible': 'Change the schedule of the campaign, then prepare it.',
  'shell.wayOn.nothingPrepared': 'Wait until the preparation has finished.',
  'shell.wayOn.notInAudience': 'Choose somebody of its audience. The exclusion log says why somebody is left out.',
  'shell.wayOn.proofsToStrangers':
    'Take them out. Proofs go to people who can sign in here, to test profiles, and to the addresses and domains that the operator named for them.',
  'shell.wayOn.proofsOfRunUsedUp': 'Send to fewer people. A run that is prepared anew has proofs of its own.',
  'shell.wayOn.proofsOfDayUsedUp': 'Send to fewer people, or wait until {until}.',
  'shell.wayOn.proofsNotChecked': 'Try again in a moment, or send to fewer people.',
  'shell.wayOn.proofsHeldBack':
    'Send the rest in some minutes. If it stays like this, the daily quota of the account is used up.',
  'shell.wayOn.proofsRefused':
    'Ask the operator whether the sender is verified. In the sandbox of SES, mail goes to verified addresses only.',
  'shell.wayOn.proofOptedOut': 'Leave them out: an opt-out holds for proofs too.',
  'shell.wayOn.proofSuppressed': 'Leave them out: the suppression list holds for proofs too.',
  'shell.wayOn.mailNotRendered':
    'Prepare the campaign again: the checks say for whom it cannot, and where in the template.',
  'shell.wayOn.topicUnknown': 'Choose another topic, or none.',
  'shell.wayOn.campaignArchived': 'Take it back from the archive first, or copy it.',
  'shell.wayOn.campaignHasRuns': 'Archive it instead.',
  'shell.wayOn.seriesNotEnded': 'End the series first.',
  'shell.wayOn.campaignChanged': 'Load the page again and repeat your change.',
  'shell.wayOn.eventsTooFast':
    'Compute the stats again when less is going on; the books are checked every hour all the same.',
  'shell.wayOn.countTookTooLong':
    'Compute the stats again when less is going on; the books are checked every hour all the same.',
  'shell.wayOn.runNotCounted': 'Compute the stats again.',
  'shell.wayOn.campaignNotCounted': 'Look at its figures, or compute the stats again.',
  'shell.wayOn.notInQuarantine': 'There is nothing to release.',
  'shell.wayOn.addressChanged': 'Load the profile again and look at it.',
  'shell.wayOn.notSuppressed': 'Write it as it was imported: a domain when the domain is on the list.',
  'shell.wayOn.noSuppressionEntry':
    'Write an address, a domain such as example.com, or the SHA-256 of an address in hex, one a line.',
  'shell.wayOn.notOptedOut': 'There is nothing to record.',
  'shell.wayOn.profileMerged': 'Look at that one: its history has both.',
  'shell.wayOn.mergedIntoItself': 'Name the id of the other profile.',
  'shell.wayOn.profileBeingImported': 'Merge them when the import is over.',
  'shell.wayOn.mailOfErased': 'What the campaign says is in the preview of the run.',
  'shell.wayOn.personErased': 'Whoever signs up again gets a new profile: import it, then record the consent there.',
  'shell.wayOn.campaignTooLarge':
    'Shorten the content: leave out what nobody sees, and let pictures lie on a server instead of inside the HTML.',
  'shell.wayOn.settingsTooLarge':
    'Compare with fewer or shorter values: mark those people by a list or an attribute when you import them.',
  'shell.wayOn.noSeries': 'Give the campaign a recurring schedule first.',
  'shell.wayOn.seriesNotInThisState': 'Load the page again and look at where the series stands.',
  'shell.wayOn.seriesEndPast': 'Give a later date, or end the series now.',
  'shell.wayOn.notTheNextStart': 'Load the page again, and leave that one out if you mean it.',
  'shell.wayOn.tooManySkipped': 'Pause the series, or name days without a start in its schedule.',
  'shell.wayOn.seriesMovedOn': 'Load the page again and look at where the series stands.',
  'shell.wayOn.unaskedForbidden': 'Leave the request for confirmation switched on.',
  'shell.wayOn.profileRefused': 'Correct it and save again.',
  'shell.wayOn.listInUse': 'Give these campaigns and segments another list first, or delete it all the same.',
  'shell.wayOn.testListTooLong': 'Take people off it, or put those who test on a list of their own.',
  'shell.wayOn.listBeingImported': 'Try again when the import is over.',
  'shell.wayOn.audienceFull': 'Copy the campaign as it is, and write the condition into the copy in place of others.',
  'shell.wayOn.segmentUnknown': 'Choose another segment, or write its conditions into the campaign.',
  'shell.wayOn.runUnknown': 'Take the condition out, or choose another run.',
  'shell.wayOn.campaignUnknown': 'Take the condition out, or choose another campaign.',
  'shell.wayOn.segmentChanged': 'Load the page again and repeat your change.',
  'shell.wayOn.segmentInUse': 'Give these campaigns another audience first, or delete it all the same.',
  'shell.wayOn.segmentNotCounted':
    'Prepare a campaign by this segment: the preparation looks at any number of them, and sends nothing.',
  'shell.wayOn.segmentRunsUnknown': 'Change the conditions: the run has sent nothing, or its audience is deleted.',
  'shell.wayOn.tooManySegments': 'Delete one that no campaign names.',
};
