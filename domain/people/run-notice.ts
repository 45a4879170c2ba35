import type { Run } from '../model/run.ts';
import type { MailKind } from './mail-choice.ts';

/** Something that people are told of by mail, once each. */
export type RunNotice = {
  /** Of its campaign; another event of the same run or of a later one has another name. */
  event: string;
  /** By which people take it off. */
  kind: MailKind;
  /** When it happened. */
  at: string;
  /**
   * Who is told besides who asked for the run: who confirmed it, who may act on it now, or who may give somebody the
   * role that is missing.
   */
  also: 'nobody' | 'confirmers' | 'starters' | 'administrators';
  tone: 'good' | 'calm' | 'bad';
  /** Keys of the words of the console: the sentence, and what follows from it. */
  title: string;
  next: string;
  /** Values that the words take: instants, ISO 8601. */
  times: Record<string, string>;
  /** Values that the words take as they are. */
  values: Record<string, string | number>;
};

type Told = Omit<RunNotice, 'event'> & { event?: string };

const plain = { times: {}, values: {} };

/** By day: a series that starts each ten minutes would tell the same each ten minutes. */
const dayOf = (at: string): string => at.slice(0, 10);

const paused = (run: Extract<Run, { state: 'Paused' }>): Told | undefined => {
  const { pausedAt: at, pauseCause, pausedBy } = run;
  if (pausedBy !== null) return undefined;
  const next = pauseCause === undefined ? 'run.say.Paused.why' : `run.say.Paused.${pauseCause}`;
  return {
    ...plain,
    kind: 'paused',
    at,
    also: 'starters',
    tone: 'bad',
    title: 'run.say.Paused',
    next,
    times: { time: at },
    event: `paused:${at}`,
  };
};

/** Who confirmed it wants to know how it went; the runs of a series that asked nobody would be a mail each. */
const finished = (run: Extract<Run, { state: 'Finished' }>): Told | undefined => {
  if (run.decision?.decision !== 'confirm') return undefined;
  const times = { from: run.sendingStartedAt, to: run.finishedAt };
  const said = { title: 'run.say.Finished', next: 'run.say.Finished.why', times };
  return { ...plain, ...said, kind: 'finished', at: run.finishedAt, also: 'confirmers', tone: 'good' };
};

const stoppedByItself = (run: Extract<Run, { state: 'Stopped' }>): Told | undefined => {
  const { stoppedAt: at, stoppedBy, cause, sendingStartedAt } = run;
  if (stoppedBy !== null || cause === 'stopped' || cause === 'edited') return undefined;
  const title = sendingStartedAt === undefined ? 'run.say.Stopped.unsent' : 'run.say.Stopped';
  return {
    ...plain,
    kind: 'stopped',
    at,
    also: 'confirmers',
    tone: 'bad',
    title,
    next: `run.say.Stopped.${cause}`,
    times: { time: at },
  };
};

const missing = (run: Extract<Run, { state: 'AwaitingConfirmation' }>): Told | undefined => {
  const lack = run.gate?.missing;
  if (!lack) return undefined;
  const names = lack.canTake.map(({ name }) => name).join(', ');
  return {
    kind: 'approversMissing',
    at: lack.since,
    also: 'administrators',
    tone: 'bad',
    title: 'confirm.missing',
    next: names === '' ? 'confirm.missing.nobody' : 'confirm.missing.canTake',
    times: { since: lack.since },
    values: { count: lack.needed, n: lack.needed, names },
    event: `approversMissing:${lack.since}`,
  };
};

const toldOf = (run: Run): Told | undefined => {
  switch (run.state) {
    case 'PreparationFailed': {
      const said = { title: 'run.say.PreparationFailed', next: 'run.say.PreparationFailed.why' };
      return { ...plain, ...said, kind: 'blocked', at: run.failedAt, also: 'nobody', tone: 'bad' };
    }
    case 'Expired': {
      const said = { title: 'run.say.Expired', next: 'run.say.Expired.why', times: { time: run.expiredAt } };
      return { ...plain, ...said, kind: 'expired', at: run.expiredAt, also: 'nobody', tone: 'bad' };
    }
    case 'Skipped': {
      const said = { title: 'run.say.Skipped', next: `run.say.Skipped.${run.cause}` };
      const event = `skipped:${run.cause}:${dayOf(run.skippedAt)}`;
      return { ...plain, ...said, kind: 'skipped', at: run.skippedAt, also: 'nobody', tone: 'calm', event };
    }
    case 'Paused':
      return paused(run);
    case 'Finished':
      return finished(run);
    case 'Stopped':
      return stoppedByItself(run);
    case 'AwaitingConfirmation':
      return missing(run);
    // A rejection is told by whoever rejected; the others are on their way.
    case 'Rejected':
    case 'Preparing':
    case 'Scheduled':
    case 'Sending':
      return undefined;
  }
};

/** What there is to tell of a run as it stands; undefined: nothing, or nothing that nobody was told otherwise. */
export const noticeOf = (run: Run): RunNotice | undefined => {
  const told = toldOf(run);
  return (
    told && { ...told, event: told.event?.startsWith('skipped:') ? told.event : `${run.id}:${told.event ?? run.state}` }
  );
};
