import { Trans, useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { useFormat } from '../shell/format.ts';
import { LogDownload } from '../shell/log-download.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tile } from '../shell/tile.tsx';
import { Waiting } from '../shell/waiting.tsx';

type Page = { items: unknown[]; asOf: string | null };
type Breakdown<P> = { data: P | undefined; error: unknown };

/** A part of the figures with its own age: it may be up to a day older than the tile. */
export const BreakdownTile = <P extends Page>({
  title,
  path,
  breakdown: { data, error },
  children,
}: {
  title: string;
  path: string;
  breakdown: Breakdown<P>;
  children: (items: P['items']) => ReactNode;
}): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  const at = data?.asOf;
  const asOf = at ? <Trans id="kpi.chart.asOf" values={{ at: dateTime(at) }} components={{ b: <b /> }} /> : undefined;
  const isEmpty = !data || data.items.length === 0;
  return (
    <Tile title={title} asOf={asOf} footer={isEmpty ? undefined : <LogDownload path={path} />}>
      {!data && (error ? <ProblemNote error={error} /> : <Waiting />)}
      {data && isEmpty && <p className="muted">{t(at ? 'kpi.chart.nothing' : 'kpi.chart.notYet')}</p>}
      {data && !isEmpty && children(data.items)}
    </Tile>
  );
};
