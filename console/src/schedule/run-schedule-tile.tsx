import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { hasEnded } from '../../../domain/model/run-end.ts';
import type { RunView } from '../../../domain/model/run-view.ts';
import { useFormat } from '../shell/format.ts';
import { Terms, type Term } from '../shell/terms.tsx';
import { Tile } from '../shell/tile.tsx';
import { useWaveText } from '../shell/wave-text.ts';
import { useScheduleText, zoneOf } from '../shell/schedule-text.ts';
import { useStartsText } from '../shell/use-starts-text.ts';

/** Milliseconds that the messages take at the rate that SES granted at preparation; undefined: not known. */
export const durationOf = ({ checks }: Pick<RunView, 'checks'>): number | undefined => {
  const seconds = checks.find(({ code }) => code === 'quota')?.facts['seconds'];
  return typeof seconds === 'number' ? seconds * 1000 : undefined;
};

/** When the messages of a run start, in the zone of its schedule. */
export const useStartText = (): ((run: RunView) => { value: string; small?: string }) => {
  const { _: t } = useLingui();
  const { dateTime, utc } = useFormat();
  return (run) => {
    const { startAt, sendAt, schedule, requestConfirmation, sendingStartedAt } = run;
    if (hasEnded(run) && sendingStartedAt === null) return { value: t('prepare.start.never') };
    const at = sendingStartedAt ?? startAt ?? sendAt;
    if (at === null) return { value: t(requestConfirmation ? 'prepare.start.once' : 'prepare.start.prepared') };
    const zone = zoneOf(schedule);
    return { value: dateTime(at, zone), small: zone === undefined ? utc(at) : `${utc(at, zone)} · ${zone}` };
  };
};

/** Which part of its series a run is: of which start, or besides them. */
const usePartText = (): ((run: RunView) => { small?: string }) => {
  const { _: t } = useLingui();
  const startText = useStartsText();
  return ({ start, isBesides, schedule }) => {
    if (isBesides) return { small: t('prepare.series.besides') };
    return start === null ? {} : { small: t('prepare.series.ofStart', { start: startText(schedule).nameOf(start) }) };
  };
};

/** How many people each wave has, and when it goes. */
const WaveList = ({ run }: { run: RunView }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const waveText = useWaveText();
  return (
    <ol>
      {run.waves.map((wave, index) => (
        <li key={`${index}-${wave.recipients}`}>
          {t('prepare.people', { count: wave.recipients, n: number(wave.recipients) })}{' '}
          <small>{waveText(run, wave)}</small>
        </li>
      ))}
    </ol>
  );
};

/** Until when the messages of a run are valid. */
const useValidityTerm = (): ((run: RunView) => Term[]) => {
  const { _: t } = useLingui();
  const { dateTime, number } = useFormat();
  return ({ validUntil, schedule }) => {
    const { validity } = schedule;
    if (!validity) return [];
    const count = validity.by === 'hours' ? validity.hours : 0;
    const value =
      validUntil === null
        ? t('prepare.validity.hours', { count, n: number(count) })
        : dateTime(validUntil, zoneOf(schedule));
    return [{ term: t('prepare.validity'), value, small: t('prepare.validity.rest') }];
  };
};

/** When a run goes out and how long that takes. */
export const RunScheduleTile = ({ run }: { run: RunView }): ReactNode => {
  const { _: t } = useLingui();
  const { duration } = useFormat();
  const startText = useStartText();
  const scheduleText = useScheduleText();
  const partText = usePartText();
  const validityTerm = useValidityTerm();
  const takes = durationOf(run);
  return (
    <Tile title={t('prepare.schedule')}>
      <Terms
        terms={[
          { term: t('prepare.start'), ...startText(run) },
          ...(takes === undefined
            ? []
            : [
                {
                  term: t('prepare.duration'),
                  value: t('prepare.duration.about', { duration: duration(takes) }),
                  small: t('prepare.duration.rate'),
                },
              ]),
          ...(run.waves.length > 0 ? [{ term: t('prepare.waves'), value: <WaveList run={run} /> }] : []),
          ...validityTerm(run),
          ...(run.state === 'AwaitingConfirmation'
            ? [
                {
                  term: t('prepare.notConfirmed'),
                  value: t('prepare.notConfirmed.expires'),
                  small: t('prepare.notConfirmed.never'),
                },
              ]
            : []),
          ...(run.schedule.mode === 'recurring'
            ? [{ term: t('prepare.repeats'), value: scheduleText(run.schedule), ...partText(run) }]
            : []),
        ]}
      />
    </Tile>
  );
};
