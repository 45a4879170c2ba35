import type { Campaign, CampaignSummary } from '../../../domain/model/campaign.ts';
import { noneUnknown } from '../../../domain/model/unknown.ts';
import { personOf } from '../../../domain/people/people.ts';
import { contentBytes } from '../../../domain/write/campaign-size.ts';
import { actorOf, names, rolesOf } from './series-people.ts';

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
  machine: { start: async () => undefined, running: async () => new Set<string>() },
  gates: { keep: async () => undefined, answer: async () => undefined, waiting: async () => [] },
  links: { create: async () => 'link', get: async () => undefined },
  mailer: { send: async () => undefined },
  people: {
    approvers: async () =>
      names.filter((name) => rolesOf[name].includes('start-deliveries')).map((name) => personOf(actorOf(name))),
    actor: unused,
  },
  ledger: { tallies: async () => [], claim: unused, close: unused, openGroups: unused, groups: unused },
  kpis: { markChanged: async () => undefined },
  html: { compile: unused },
  unknown: { ofRun: async () => noneUnknown },
  account: {
    isVerified: async () => true,
    quota: async () => ({ perSecond: 14, per24Hours: -1, sentLast24Hours: 0 }),
  },
  senderDomain: { isSigned: async () => undefined, mailFrom: async () => 'x', texts: async () => undefined },
};
