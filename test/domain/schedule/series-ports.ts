import type { Campaign, CampaignSummary } from '../../../domain/model/campaign.ts';
import { noneUnknown } from '../../../domain/model/unknown.ts';
import { contentBytes } from '../../../domain/write/campaign-size.ts';

export const unused = (): never => {
  throw new Error('nobody asks for this here');
};

/** As a list shows it. */
export const summaryOf = (campaign: Campaign): CampaignSummary => {
  const { subject, preheader } = campaign.content;
  return { ...campaign, content: { subject, preheader, bytes: contentBytes(campaign.content), sha256: '' } };
};

/** What a story of a series does not turn on. */
export const quietPorts = {
  reportMissed: () => undefined,
  machine: { start: async () => undefined, running: async () => new Set<string>() },
  gates: { keep: async () => undefined, answer: async () => undefined, waiting: async () => [] },
  links: { create: async () => 'link', get: async () => undefined },
  mailer: { send: async () => undefined },
  people: {
    approvers: unused,
    actor: unused,
  },
  ledger: { tallies: async () => [], claim: unused, close: unused, openGroups: unused, groups: unused },
  kpis: { markChanged: async () => undefined },
  brake: async () => true,
  html: { compile: unused },
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
