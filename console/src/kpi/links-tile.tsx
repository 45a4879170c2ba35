import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { LinkPage, LinkLine } from '../../../domain/model/breakdown.ts';
import { useFormat } from '../shell/format.ts';
import { BreakdownTile } from './breakdown-tile.tsx';
import { useBreakdown } from './use-breakdown.ts';

/** The bar of a link: people solid, machines hatched, unknown an outline, as long as its share of the link that most clicked. */
const HotBar = ({ line, most }: { line: LinkLine; most: number }): ReactNode => (
  <div className="barcell" aria-hidden="true">
    <div className="split hotbar" style={{ width: `${(100 * line.messages) / Math.max(1, most)}%` }}>
      {line.messagesByHuman > 0 && <i className="hu" style={{ flex: line.messagesByHuman }} />}
      {line.messagesByMachine > 0 && <i className="ma" style={{ flex: line.messagesByMachine }} />}
      {line.messagesByUnknown > 0 && <i className="un" style={{ flex: line.messagesByUnknown }} />}
    </div>
  </div>
);

const LinkRow = ({ line, most }: { line: LinkLine; most: number }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const link = line.link === '' ? t('kpi.links.personal') : line.link;
  return (
    <tr>
      <th scope="row">
        {line.label === '' ? <span className="url">{link}</span> : line.label}
        {line.label !== '' && <small>{link}</small>}
        <HotBar line={line} most={most} />
      </th>
      <td>{number(line.messages)}</td>
      <td>{number(line.messagesByHuman)}</td>
      <td>{number(line.messagesByMachine)}</td>
      <td>{number(line.messagesByUnknown)}</td>
      <td>{number(line.clicks)}</td>
    </tr>
  );
};

/** Hot links: a bar each, with its figures in the same row. */
export const LinksTile = ({ path }: { path: string }): ReactNode => {
  const { _: t } = useLingui();
  const breakdown = useBreakdown<LinkPage>(path);
  return (
    <BreakdownTile title={t('kpi.links')} path={path} breakdown={breakdown}>
      {(lines) => (
        <>
          <table className="tbl stacked">
            <thead>
              <tr>
                <th scope="col">{t('kpi.links.link')}</th>
                <th scope="col">{t('kpi.links.messages')}</th>
                <th scope="col">{t('kpi.links.byHuman')}</th>
                <th scope="col">{t('kpi.links.byMachine')}</th>
                <th scope="col">{t('kpi.links.byUnknown')}</th>
                <th scope="col">{t('kpi.links.clicks')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <LinkRow key={`${line.label} ${line.link}`} line={line} most={lines[0]?.messages ?? 0} />
              ))}
            </tbody>
          </table>
          <p className="note">{t('kpi.links.several')}</p>
        </>
      )}
    </BreakdownTile>
  );
};
