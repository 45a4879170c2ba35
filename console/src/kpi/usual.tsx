import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { useFormat } from '../shell/format.ts';

type Compared = { percent: number | null; usual: number | null | undefined };

/** How a rate differs from the median of the campaign's earlier runs, in words. */
export const useComparison = (): ((compared: Compared) => string | undefined) => {
  const { _: t } = useLingui();
  const { percent: shown, points } = useFormat();
  return ({ percent, usual }) => {
    if (percent === null || usual === null || usual === undefined) return undefined;
    const tenths = Math.round(percent * 10) - Math.round(usual * 10);
    const facts = { points: points(Math.abs(tenths) / 10), usual: shown(usual) };
    if (tenths === 0) return t('kpi.usual.same', facts);
    return t(tenths > 0 ? 'kpi.usual.above' : 'kpi.usual.below', facts);
  };
};

/** One line beneath a figure; nothing when there is nothing to compare with. */
export const Usual = (compared: Compared): ReactNode => {
  const comparison = useComparison()(compared);
  return comparison === undefined ? null : <p className="delta">{comparison}</p>;
};
