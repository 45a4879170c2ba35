import type { Meaning } from '../../domain/model/meaning.ts';
import type { MessageState } from '../../domain/model/message.ts';
import { failed, notSeen, ok, type Line } from './line.ts';
import { ends, scenarios, type End, type SimulatorRecipient } from './scenarios.ts';

/** What the API tells of one recipient. `undefined`: it has no message. */
export type Seen = {
  state: MessageState | undefined;
  failure: string | null;
  happened: readonly Meaning[];
  quarantined: boolean;
  optedOut: boolean;
};

type Difference = { says: string; isLate: boolean };

/** States from which a message still comes to its end by an event. */
const open: readonly (MessageState | undefined)[] = ['pending', 'claimed', 'handedOver', 'unknown'];

const ofState = ({ state, failures }: End, seen: Seen): Difference[] => {
  if (open.includes(seen.state)) return [{ says: `still ${seen.state}`, isLate: true }];
  const is = seen.failure === null ? (seen.state ?? 'not among the messages') : `${seen.state} (${seen.failure})`;
  if (seen.state !== state) return [{ says: `${is} in place of ${state}`, isLate: false }];
  const isMeant = failures.length === 0 ? seen.failure === null : failures.includes(seen.failure ?? '');
  return isMeant ? [] : [{ says: `${is} in place of ${failures.join(' or ')}`, isLate: false }];
};

const ofMark = (what: string, wanted: boolean, is: boolean): Difference[] => {
  if (wanted === is) return [];
  return [wanted ? { says: `not ${what}`, isLate: true } : { says: `${what}, for nothing`, isLate: false }];
};

/** How one differs from what has to become of them; nothing: as it should be. */
export const differencesOf = (end: End, seen: Seen): Difference[] => [
  ...ofState(end, seen),
  ...end.happens
    .filter((meaning) => !seen.happened.includes(meaning))
    .map((meaning) => ({ says: `no ${meaning} in the tracking log`, isLate: true })),
  ...ofMark('in quarantine', end.quarantined, seen.quarantined),
  ...ofMark('opted out', end.optedOut, seen.optedOut),
];

/** Whether everybody is as they should be. */
export const isComplete = (recipients: readonly SimulatorRecipient[], seen: ReadonlyMap<string, Seen>): boolean =>
  recipients.every(({ id, scenario }) => {
    const known = seen.get(id);
    return known !== undefined && differencesOf(ends[scenario], known).length === 0;
  });

/** Whether even what SES does not promise has come: it must not change what was seen before. */
export const isHeardOut = (recipients: readonly SimulatorRecipient[], seen: ReadonlyMap<string, Seen>): boolean =>
  recipients.every(({ id, scenario }) =>
    ends[scenario].mayHappen.every((meaning) => seen.get(id)?.happened.includes(meaning) === true),
  );

const nothing: Seen = { state: undefined, failure: null, happened: [], quarantined: false, optedOut: false };

const saysOf = (end: End, all: readonly Seen[]): string => {
  const failures = [...new Set(all.flatMap(({ failure }) => failure ?? []))];
  const wanted = [...end.happens.filter((meaning) => meaning !== 'bounce'), ...failures];
  const extra = end.mayHappen.map((meaning) =>
    all.some(({ happened }) => happened.includes(meaning)) ? meaning : `no ${meaning}, which SES does not promise`,
  );
  const marks = [...(end.quarantined ? ['in quarantine'] : []), ...(end.optedOut ? ['opted out'] : [])];
  return [`${all.length} ${end.state}`, ...wanted, ...extra, ...marks].join(', ');
};

const late =
  'Wait longer (--wait SECONDS). Then docs/runbook.md, "Events are late", "Events in the dead-letter queue".';
const wrong = 'docs/events.md says what follows from which event; GET /api/runs/RUN/events shows what SES told.';

/** A line for each address of the simulator. */
export const judgeRecipients = (recipients: readonly SimulatorRecipient[], seen: ReadonlyMap<string, Seen>): Line[] =>
  scenarios.map((scenario) => {
    const end = ends[scenario];
    const all = recipients.filter((one) => one.scenario === scenario).map(({ id }) => seen.get(id) ?? nothing);
    const differences = all.flatMap((one) => differencesOf(end, one));
    if (differences.length === 0) return ok(scenario, saysOf(end, all));
    const says = [...new Set(differences.map((difference) => difference.says))].join('; ');
    return differences.every(({ isLate }) => isLate) ? notSeen(scenario, says, late) : failed(scenario, says, wrong);
  });
