import type { AbTest } from '../../../domain/model/ab-test.ts';
import type { Schedule } from '../../../domain/model/schedule.ts';
import { DAY_MIN } from '../../../domain/model/waves.ts';

export const spreadWays = ['none', 'share', 'number', 'field', 'ramp', 'abTest', 'zone'] as const;

/** Over which time a campaign is spread, and until when it is valid, while it is written: each field as the browser holds it, used or not. */
export type SpreadDraft = {
  validBy: 'none' | 'time' | 'hours';
  validUntil: string;
  validHours: string;
  spreadBy: (typeof spreadWays)[number];
  waveShares: string;
  waveNumbers: string;
  waveAttribute: string;
  waveValues: string;
  waveGap: string;
  rampFirst: string;
  rampGrowth: string;
  zoneAttribute: string;
  zoneDefault: string;
  zonePassed: 'atOnce' | 'leaveOut';
  abShareBy: AbTest['share']['by'];
  abPercent: string;
  abPeople: string;
  abDecideBy: AbTest['decideBy'];
  abHours: string;
};

const noSpread = (): SpreadDraft => ({
  validBy: 'none',
  validUntil: '',
  validHours: '',
  spreadBy: 'none',
  waveShares: '10, 30, 60',
  waveNumbers: '1000',
  waveAttribute: '',
  waveValues: '',
  waveGap: '60',
  rampFirst: '200',
  rampGrowth: '100',
  zoneAttribute: 'time_zone',
  zoneDefault: Intl.DateTimeFormat().resolvedOptions().timeZone,
  zonePassed: 'atOnce',
  abShareBy: 'percent',
  abPercent: '20',
  abPeople: '1000',
  abDecideBy: 'clicks',
  abHours: '4',
});

type Waves = NonNullable<Schedule['waves']>;

const waveFields = ({ split, gapMinutes }: Waves): Partial<SpreadDraft> => ({
  spreadBy: split.by,
  ...(split.by !== 'ramp' && { waveGap: String(gapMinutes) }),
  ...(split.by === 'share' && { waveShares: split.percents.join(', ') }),
  ...(split.by === 'number' && { waveNumbers: split.numbers.join(', ') }),
  ...(split.by === 'field' && { waveAttribute: split.attribute, waveValues: split.values.join(', ') }),
  ...(split.by === 'ramp' && { rampFirst: String(split.first), rampGrowth: String(split.growthPercent) }),
});

const abTestFields = ({ share, decideBy, afterHours }: AbTest): Partial<SpreadDraft> => ({
  spreadBy: 'abTest',
  abShareBy: share.by,
  abDecideBy: decideBy,
  abHours: String(afterHours),
  ...(share.by === 'percent' ? { abPercent: String(share.percent) } : { abPeople: String(share.people) }),
});

const zoneFields = (schedule: Schedule): Partial<SpreadDraft> => {
  if (schedule.mode === 'onceConfirmed' || !schedule.recipientZone) return {};
  const { attribute, default: fallback, passed } = schedule.recipientZone;
  return { spreadBy: 'zone', zoneAttribute: attribute, zoneDefault: fallback, zonePassed: passed };
};

const validityFields = (schedule: Schedule): Partial<SpreadDraft> & { zone?: string } => {
  const { validity } = schedule;
  if (!validity) return {};
  if (validity.by === 'hours') return { validBy: 'hours', validHours: String(validity.hours) };
  const zone = schedule.mode === 'onceConfirmed' ? { zone: validity.zone } : {};
  return { ...zone, validBy: 'time', validUntil: validity.until };
};

export const spreadFields = (schedule?: Schedule): SpreadDraft & { zone?: string } => ({
  ...noSpread(),
  ...(schedule && {
    ...validityFields(schedule),
    ...(schedule.waves && waveFields(schedule.waves)),
    ...(schedule.abTest && abTestFields(schedule.abTest)),
    ...zoneFields(schedule),
  }),
});

type Mode = Schedule['mode'];

/** What is offered of a campaign of this mode: a start that somebody's confirmation makes is no time of day. */
export const spreadWaysOf = (mode: Mode): (typeof spreadWays)[number][] =>
  spreadWays.filter((way) => way !== 'zone' || mode !== 'onceConfirmed');

const parts = (text: string): string[] =>
  text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

export const rampOf = ({ rampFirst, rampGrowth }: SpreadDraft): object => ({
  by: 'ramp',
  first: Number(rampFirst),
  growthPercent: Number(rampGrowth),
});

const splitOf = (draft: SpreadDraft): object => {
  const attribute = draft.waveAttribute.trim().toLowerCase();
  switch (draft.spreadBy) {
    case 'share':
      return { by: 'share', percents: parts(draft.waveShares).map(Number) };
    case 'number':
      return { by: 'number', numbers: parts(draft.waveNumbers).map(Number) };
    case 'ramp':
      return rampOf(draft);
    case 'field':
    case 'none':
    case 'abTest':
    case 'zone':
      return { by: 'field', attribute, values: parts(draft.waveValues) };
  }
};

const abTestOf = ({ abShareBy: by, abPercent, abPeople, abDecideBy, abHours }: SpreadDraft): object => ({
  share: by === 'percent' ? { by, percent: Number(abPercent) } : { by, people: Number(abPeople) },
  decideBy: abDecideBy,
  afterHours: Number(abHours),
});

const partedOf = (draft: SpreadDraft, mode: Mode): object => {
  if (draft.spreadBy === 'none' || !spreadWaysOf(mode).includes(draft.spreadBy)) return {};
  if (draft.spreadBy === 'abTest') return { abTest: abTestOf(draft) };
  const gapMinutes = draft.spreadBy === 'ramp' ? DAY_MIN : Number(draft.waveGap);
  if (draft.spreadBy !== 'zone') return { waves: { split: splitOf(draft), gapMinutes } };
  const attribute = draft.zoneAttribute.trim().toLowerCase();
  return { recipientZone: { attribute, default: draft.zoneDefault, passed: draft.zonePassed } };
};

/** `zone`: the one of the schedule, or the one that is chosen beside the time. A series has no time that is meant for each of its runs. */
const validityOf = ({ validBy, validUntil, validHours }: SpreadDraft, mode: Mode, zone: string): object => {
  if (validBy === 'none') return {};
  const isTime = validBy === 'time' && mode !== 'recurring';
  const validity = isTime ? { by: 'time', until: validUntil, zone } : { by: 'hours', hours: Number(validHours) };
  return { validity };
};

/** As the domain takes it, right or wrong. */
export const spreadOf = (draft: SpreadDraft, mode: Mode, zone: string): object => ({
  ...validityOf(draft, mode, zone),
  ...partedOf(draft, mode),
});
