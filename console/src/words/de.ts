import { words as abTest } from './de/ab-test.ts';
import { words as audienceSays } from './de/audience-says.ts';
import { words as confirm } from './de/confirm.ts';
import { words as confirmHistory } from './de/confirm-history.ts';
import { words as confirmLink } from './de/confirm-link.ts';
import { words as languages } from './de/languages.ts';
import { words as prepare } from './de/prepare.ts';
import { words as prepareBehaviourChecks } from './de/prepare-behaviour-checks.ts';
import { words as prepareChecks } from './de/prepare-checks.ts';
import { words as prepareMailChecks } from './de/prepare-mail-checks.ts';
import { words as prepareSendingChecks } from './de/prepare-sending-checks.ts';
import { words as run } from './de/run.ts';
import { words as runPause } from './de/run-pause.ts';
import { words as scheduleRelease } from './de/schedule-release.ts';
import { words as scheduleRule } from './de/schedule-rule.ts';
import { words as scheduleWaves } from './de/schedule-waves.ts';
import { words as shell } from './de/shell.ts';
import { words as trackReason } from './de/track-reason.ts';
import type { en } from './en.ts';

/** The same in German; a key that it lacks does not compile. */
export const de: Record<keyof typeof en, string> = {
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
