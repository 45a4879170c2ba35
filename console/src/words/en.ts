import { words as abTest } from './en/ab-test.ts';
import { words as audienceSays } from './en/audience-says.ts';
import { words as confirm } from './en/confirm.ts';
import { words as confirmHistory } from './en/confirm-history.ts';
import { words as confirmLink } from './en/confirm-link.ts';
import { words as languages } from './en/languages.ts';
import { words as prepare } from './en/prepare.ts';
import { words as prepareBehaviourChecks } from './en/prepare-behaviour-checks.ts';
import { words as prepareChecks } from './en/prepare-checks.ts';
import { words as prepareMailChecks } from './en/prepare-mail-checks.ts';
import { words as prepareSendingChecks } from './en/prepare-sending-checks.ts';
import { words as run } from './en/run.ts';
import { words as runPause } from './en/run-pause.ts';
import { words as scheduleRelease } from './en/schedule-release.ts';
import { words as scheduleRule } from './en/schedule-rule.ts';
import { words as scheduleWaves } from './en/schedule-waves.ts';
import { words as shell } from './en/shell.ts';
import { words as trackReason } from './en/track-reason.ts';

/** Words of every page and of confirmations in English: what an approver reads first. */
export const en = {
  ...abTest,
  ...audienceSays,
  ...confirm,
  ...confirmHistory,
  ...confirmLink,
  ...languages,
  ...prepare,
  ...prepareBehaviourChecks,
  ...prepareChecks,
  ...prepareMailChecks,
  ...prepareSendingChecks,
  ...run,
  ...runPause,
  ...scheduleRelease,
  ...scheduleRule,
  ...scheduleWaves,
  ...shell,
  ...trackReason,
};
