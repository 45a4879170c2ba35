import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { DomainPage, DomainLine } from '../../../domain/model/breakdown.ts';
import { useFormat } from '../shell/format.ts';
import { LogTile } from '../shell/log-tile.tsx';
import { HoursTile } from './hours-tile.tsx';
import { LinksTile } from './links-tile.tsx';

const DomainRow = ({ line }: { line: DomainLine }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  return (
    <tr>
      <th scope="row">{line.domain === '' ? t('kpi.domains.few') : line.domain}</th>
      <td className="left">{number(line.recipients)}</td>
      <td className="left">{number(line.delivered)}</td>
      <td className="left">{number(line.bounced + line.rejected)}</td>
      <td className="left">{number(line.opened)}</td>
      <td className="left">{number(line.clicked)}</td>
    </tr>
  );
};

const domainRow = (line: DomainLine): ReactNode => <DomainRow key={line.domain} line={line} />;

/** The figures of a run by hour, link and domain, as last published; domains are read when they are opened. */
export const BreakdownTiles = ({ runId }: { runId: string }): ReactNode => {
  const { _: t } = useLingui();
  const path = `/runs/${encodeURIComponent(runId)}`;
  return (
    <>
      <HoursTile path={`${path}/hours`} />
      <LinksTile path={`${path}/links`} />
      <LogTile<DomainPage>
        title={t('kpi.domains')}
        summary={t('kpi.breakdown.open')}
        path={`${path}/domains`}
        columns={[
          t('kpi.domains.domain'),
          t('kpi.domains.recipients'),
          t('kpi.delivered'),
          t('kpi.domains.failed'),
          t('kpi.opened'),
          t('kpi.clicked'),
        ]}
        row={domainRow}
      />
    </>
  );
};
