import type { PauseCause } from '../../../domain/model/run.ts';
import { noneUnknown } from '../../../domain/model/unknown.ts';

export const unused = (): never => {
  throw new Error('nobody asks for this here');
};

/** Every campaign has its entry in the lists. */
export const listedAlready = { unlisted: async () => [], list: unused };

/** What a story of a series does not turn on. */
export const quietPorts = {
  reportMissed: () => undefined,
  machine: { start: async () => undefined, running: async () => new Set<string>() },
  gates: { keep: async () => undefined, answer: async () => undefined, waiting: async () => [] },
  links: { create: async () => 'link', get: async () => undefined },
  mailer: { send: async () => undefined },
  choices: { offOf: async () => [] },
  people: {
    approvers: unused,
    actor: unused,
  },
  ledger: {
    tallies: async () => [],
    claim: unused,
    close: unused,
    openGroups: unused,
    groups: unused,
    ofChunk: unused,
  },
  kpis: { markChanged: async () => undefined },
  brake: async () => true,
  pauseRun: async (_runId: string, _cause: PauseCause): Promise<void> => unused(),
  html: { compile: unused },
  messages: { rowsOfChunk: unused },
  unknown: { ofRun: async () => noneUnknown },
  account: {
    isVerified: async () => true,
    quota: async () => ({ perSecond: 14, per24Hours: -1, sentLast24Hours: 0 }),
  },
  senderDomain: { isSigned: async () => undefined, mailFrom: async () => 'x', texts: async () => undefined },
};

/** Lists of runs that no story of a series looks at. */
export const quietRuns = {
  recent: async () => ({ items: [], unreadable: [] }),
  current: async () => ({ items: [], unreadable: [], cursor: null }),
  open: async () => [],
};
