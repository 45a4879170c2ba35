import { useLingui } from '@lingui/react';
import { gapOf } from '../../../domain/model/wave-gap.ts';
import type { RunView } from '../../../domain/model/run-view.ts';
import { useFormat } from './format.ts';
import { zoneOf } from './schedule-text.ts';

/** When a wave goes, or that it is out. */
export const useWaveText = (): ((run: RunView, wave: RunView['waves'][number]) => string) => {
  const { _: t } = useLingui();
  const { dateTime, duration } = useFormat();
  return ({ schedule }, { state, notBefore, begunAt }) => {
    const zone = zoneOf(schedule);
    if (state === 'sent') return t('prepare.waves.sent');
    if (begunAt !== null) return t('prepare.waves.sending', { time: dateTime(begunAt, zone) });
    if (notBefore !== null) return t('prepare.waves.waiting', { time: dateTime(notBefore, zone) });
    return t('prepare.waves.once', { gap: duration(gapOf(schedule)) });
  };
};
