import { runNoticeMail, type ConsoleWords } from '../../domain/people/run-notice-mail.ts';
import { noticeOf, type RunNotice } from '../../domain/people/run-notice.ts';
import type { Person } from '../../domain/people/people.ts';
import { sentOf, type Sent } from '../../domain/people/sent.ts';
import type { Notices } from '../../domain/people/ports/notices.ts';
import type { People } from '../../domain/people/ports/people.ts';
import type { Run } from '../../domain/model/run.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Ledger } from '../../domain/ports/ledger.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import { NEWS_MS, RESERVE_MS, tellWanted, type TellWantedPorts } from './tell-once.ts';

export type TellPorts = TellWantedPorts & {
  notices: Notices;
  runs: Pick<Runs, 'get'>;
  people: Pick<People, 'approvers' | 'person' | 'administrators'>;
  ledger: Pick<Ledger, 'tallies'>;
  words: ConsoleWords;
  clock: Clock;
  consoleUrl: string;
  sender: string;
};

const othersOf = async ({ people }: TellPorts, run: Run, also: RunNotice['also']): Promise<(Person | undefined)[]> => {
  switch (also) {
    case 'nobody':
      return [];
    case 'administrators':
      return people.administrators();
    case 'starters':
      return people.approvers({ kind: 'group', group: 'start-deliveries' });
    case 'confirmers':
      return Promise.all(('approvals' in run ? run.approvals : []).map(async ({ by }) => people.person(by.sub)));
  }
};

/** Each once, as the user pool has them now: nobody who could not sign in to look. */
const readersOf = async (ports: TellPorts, run: Run, { also }: RunNotice): Promise<Person[]> => {
  const all = [await ports.people.person(run.requestedBy.sub), ...(await othersOf(ports, run, also))];
  const known = all.filter((person) => person !== undefined);
  return [...new Map(known.map((person) => [person.sub, person])).values()];
};

type Told = { run: Run; notice: RunNotice; sent: Sent | undefined };

/** `isOver`: nobody else can be told in this look. */
type Look = TellPorts & { isOver: () => boolean };

/** False: the look is over. */
const tellOne = async (ports: Look, told: Told, to: Person): Promise<boolean> => {
  if (ports.isOver()) return false;
  const { words, consoleUrl, sender: from } = ports;
  const { kind, event } = told.notice;
  return tellWanted(ports, { kind, campaignId: told.run.campaignId, event }, to, (person) =>
    runNoticeMail(person, told, { words, consoleUrl, from }),
  );
};

/** False: the look is over, and the run stays untold. */
const tell = async (ports: Look, runId: string): Promise<boolean> => {
  const run = await ports.runs.get(runId);
  if (!run) return true;
  const notice = noticeOf(run);
  if (notice && ports.clock() - Date.parse(notice.at) < NEWS_MS) {
    const sent = run.state === 'Finished' ? sentOf(await ports.ledger.tallies(run.id)) : undefined;
    const told = { run, notice, sent };
    for (const to of await readersOf(ports, run, notice)) if (!(await tellOne(ports, told, to))) return false;
  }
  await ports.notices.markTold(run);
  return true;
};

/**
 * Every minute: mails what happened to runs to whom it concerns, in their language; each event once to each person. The
 * next minute goes on where the time is over, or where SES takes no more: it takes nobody else's mail then either.
 * `timeLeft` is in milliseconds.
 */
export const tellPeople =
  (ports: TellPorts) =>
  async (timeLeft: () => number): Promise<void> => {
    const look = { ...ports, isOver: () => timeLeft() < RESERVE_MS };
    for (const runId of await ports.notices.untold()) {
      if (look.isOver()) return;
      try {
        if (!(await tell(look, runId))) return;
      } catch (error) {
        // One run's trouble must not keep the others untold; the next minute tries it again.
        ports.report(error);
      }
    }
  };
