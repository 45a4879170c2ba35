import { factsOf } from '../model/facts.ts';
import type { Group } from '../model/ledger.ts';
import type { MessageRow } from '../model/message.ts';
import type { Run } from '../model/run.ts';
import { hasEnded } from '../model/run-end.ts';
import type { HistoryLine } from './api.ts';
import { judged } from './judged.ts';
import { messageState } from './message-lines.ts';

/** What a profile is in a frozen run: it has a message, or was left out. */
export type Place = { number: number } | { excluded: string };

/** A run as it concerns one profile, with what the ledger and SES know of its message. */
export type RunOfProfile = { run: Run; place: Place; groups: readonly Group[]; row: MessageRow | undefined };

const preparationOf = (run: Run) => ('preparation' in run ? run.preparation : undefined);

const about = (run: Run) => {
  const preparation = preparationOf(run);
  return {
    runId: run.id,
    campaignId: run.campaignId,
    campaignName: run.campaignName,
    subject: preparation?.subject ?? '',
    preparedAt: preparation?.preparedAt ?? run.createdAt,
  };
};

const nothing = {
  failure: null,
  excluded: null,
  deliveredAt: null,
  openedAt: null,
  openedByHumanAt: null,
  clickedAt: null,
  unsubscribedAt: null,
  complainedAt: null,
  happenings: [],
};

/** One line of the history: what this run meant for the profile. */
export const historyLine = ({ run, place, groups, row }: RunOfProfile): HistoryLine => {
  const { preparedAt, ...names } = about(run);
  if ('excluded' in place)
    return { ...nothing, ...names, number: null, state: 'excluded', excluded: place.excluded, at: preparedAt };
  const { number } = place;
  const phase = { isSending: run.state === 'Sending', hasEnded: hasEnded(run) };
  const { state, failure, at } = messageState({ number, groups, row, run: phase });
  const lines = row?.lines ?? [];
  const facts = factsOf(lines);
  return {
    ...names,
    number,
    state,
    failure,
    excluded: null,
    at: at ?? preparedAt,
    deliveredAt: facts.deliveredAt ?? null,
    openedAt: facts.openedAt ?? null,
    openedByHumanAt: facts.openedBy.human ?? null,
    clickedAt: facts.clickedAt ?? null,
    unsubscribedAt: facts.unsubscribedAt ?? null,
    complainedAt: facts.complainedAt ?? null,
    happenings: lines.map((line) => judged(line, lines)),
  };
};

/** A message is in the history once SES took it; an exclusion as long as its run may go out, or did. */
export const isHistory = ({ run }: RunOfProfile, { state }: HistoryLine): boolean => {
  if (state !== 'excluded') return state !== 'pending' && !(state === 'stopped' && !('sendingStartedAt' in run));
  return !['Stopped', 'Rejected', 'Expired', 'Skipped', 'PreparationFailed'].includes(run.state);
};
