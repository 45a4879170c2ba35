import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { useFormat } from '../shell/format.ts';
import { LogDownload } from '../shell/log-download.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tile } from '../shell/tile.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useBreakdown } from './use-breakdown.ts';

type Page<T> = { items: T[]; asOf: string | null };

/** A part of the figures with its own age: it may be up to a day older than the tile. */
export const BreakdownTile = <T,>({
  title,
  path,
  page,
  children,
}: {
  title: string;
  path: string;
  page: z.ZodType<Page<T>>;
  children: (items: T[]) => ReactNode;
}): ReactNode => {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  const { data, error } = useBreakdown(path, page);
  const at = data?.asOf;
  const asOf = at ? (
    <Trans i18nKey="kpi.chart.asOf" values={{ at: dateTime(at) }} components={{ b: <b /> }} />
  ) : undefined;
  const isEmpty = !data || data.items.length === 0;
  return (
    <Tile title={title} asOf={asOf} footer={isEmpty ? undefined : <LogDownload path={path} />}>
      {!data && (error ? <ProblemNote error={error} /> : <Waiting />)}
      {data && isEmpty && <p className="muted">{t(at ? 'kpi.chart.nothing' : 'kpi.chart.notYet')}</p>}
      {data && !isEmpty && children(data.items)}
    </Tile>
  );
};
