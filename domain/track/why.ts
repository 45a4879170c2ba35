import type { Run } from '../model/run.ts';
import type { HistoryLine, WhyAnswer } from './api.ts';
import { historyLine, type RunOfProfile } from './history-line.ts';
import { whySentence } from './why-words.ts';

type Reason = Pick<WhyAnswer, 'cause' | 'detail' | 'got'>;

const reason = (got: WhyAnswer['got'], cause: WhyAnswer['cause'], detail: string | null = null): Reason => ({
  got,
  cause,
  detail,
});

const neverSent: readonly Run['state'][] = ['Rejected', 'Expired', 'Skipped', 'PreparationFailed'];

const ofMessage = (run: Run, line: HistoryLine): Reason => {
  switch (line.state) {
    case 'excluded':
      return reason('no', 'excluded', line.excluded);
    case 'delivered':
      return reason('yes', 'delivered');
    case 'failed':
      return reason('no', 'failed', line.failure);
    case 'unknown':
      return reason('unknown', 'unknown');
    case 'handedOver':
      return reason('unknown', 'handedOver');
    case 'claimed':
      return reason('notYet', 'claimed');
    case 'pending':
      return reason('notYet', 'waiting', run.state);
    case 'stopped':
      return neverSent.includes(run.state) || !('sendingStartedAt' in run)
        ? reason('no', 'ended', run.state)
        : reason('no', 'stopped', line.failure);
  }
};

const isPrepared = (run: Run): boolean => 'preparation' in run && run.preparation !== undefined;

const answerFor = (profileId: string, run: Run, answer: Reason, evidence: HistoryLine | null): WhyAnswer => {
  const { campaignName } = run;
  const sentence = whySentence({ ...answer, campaignName, at: evidence?.at ?? run.createdAt });
  return { profileId, runId: run.id, campaignName, ...answer, sentence, evidence };
};

/** The answer once the people of the run are deleted. */
export const explainForgotten = (profileId: string, run: Run): WhyAnswer =>
  answerFor(profileId, run, reason('unknown', 'forgotten'), null);

/** The answer for one profile and one run; `known` is undefined when the run does not name the profile. */
export const explain = (profileId: string, run: Run, known: RunOfProfile | undefined): WhyAnswer => {
  const evidence = known ? historyLine(known) : null;
  const absent = isPrepared(run) ? reason('no', 'notInAudience') : reason('notYet', 'notPrepared');
  return answerFor(profileId, run, evidence ? ofMessage(run, evidence) : absent, evidence);
};
