import type { Aggregation } from '../../../domain/model/aggregation.ts';
import type { CampaignInput } from '../../../domain/model/campaign.ts';

/** From where on the checks warn, while it is written. The zone of the window is the campaign's. */
export type LimitsDraft = {
  audienceChange: string;
  mostUnasked: string;
  hasWindow: boolean;
  windowDays: number[];
  windowFrom: string;
  windowTo: string;
  windowBlocks: boolean;
};

type Asking = { mode: string; requestConfirmation: boolean; aggregation: Aggregation };

/** A series that is to send without a confirmation of each run: where runs are gathered none is confirmed by itself. */
export const isUnasked = ({ mode, requestConfirmation, aggregation }: Asking): boolean =>
  mode === 'recurring' && (!requestConfirmation || aggregation !== 'none');

/** Offered to who switches a window on: the hours in which somebody is there to answer. */
const usual = { days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00', blocking: false };

export const limitsFields = ({
  audienceChangePercent,
  mostUnasked,
  sendWindow,
}: CampaignInput['checkLimits'] = {}): LimitsDraft => {
  const { days, from, to, blocking } = sendWindow ?? usual;
  return {
    audienceChange: audienceChangePercent === undefined ? '' : String(audienceChangePercent),
    mostUnasked: mostUnasked === undefined ? '' : String(mostUnasked),
    hasWindow: sendWindow !== undefined,
    windowDays: days,
    windowFrom: from,
    windowTo: to,
    windowBlocks: blocking,
  };
};

const windowOf = (draft: LimitsDraft, zone: string): unknown => ({
  days: draft.windowDays,
  from: draft.windowFrom,
  to: draft.windowTo,
  zone,
  blocking: draft.windowBlocks,
});

/** What the campaign sets besides its stage; undefined: nothing. `asksNobody`: of a series. */
export const limitsDrafted = (
  draft: LimitsDraft,
  zone: string,
  asksNobody: boolean,
): Record<string, unknown> | undefined => {
  const limits = {
    ...(draft.audienceChange.trim() !== '' && { audienceChangePercent: Number(draft.audienceChange) }),
    ...(asksNobody && draft.mostUnasked.trim() !== '' && { mostUnasked: Number(draft.mostUnasked) }),
    ...(draft.hasWindow && { sendWindow: windowOf(draft, zone) }),
  };
  return Object.keys(limits).length > 0 ? limits : undefined;
};
