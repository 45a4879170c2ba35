import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  DomainPage,
  HourPage,
  LinkPage,
  type DomainLine,
  type HourLine,
  type LinkLine,
} from '../../../domain/breakdown.ts';
import { useFormat } from '../shell/format.ts';
import { LogTile } from '../shell/log-tile.tsx';

const LinkRow = ({ line }: { line: LinkLine }): ReactNode => {
  const { t } = useTranslation();
  const { number } = useFormat();
  const link = line.link === '' ? t('kpi.links.personal') : line.link;
  return (
    <tr>
      <th scope="row">
        {line.label === '' ? link : line.label}
        {line.label !== '' && <small>{link}</small>}
      </th>
      <td className="left">{number(line.messages)}</td>
      <td className="left">{number(line.messagesByHuman)}</td>
      <td className="left">{number(line.clicks)}</td>
    </tr>
  );
};

const DomainRow = ({ line }: { line: DomainLine }): ReactNode => {
  const { t } = useTranslation();
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

const HourRow = ({ line }: { line: HourLine }): ReactNode => {
  const { number, dateTime } = useFormat();
  return (
    <tr>
      <th scope="row">{dateTime(line.hour)}</th>
      <td className="left">{number(line.openedByHuman)}</td>
      <td className="left">{number(line.opened - line.openedByHuman)}</td>
      <td className="left">{number(line.clickedByHuman)}</td>
      <td className="left">{number(line.clicked - line.clickedByHuman)}</td>
    </tr>
  );
};

const linkRow = (line: LinkLine): ReactNode => <LinkRow key={`${line.label} ${line.link}`} line={line} />;
const domainRow = (line: DomainLine): ReactNode => <DomainRow key={line.domain} line={line} />;
const hourRow = (line: HourLine): ReactNode => <HourRow key={line.hour} line={line} />;

/** The figures of a run by hour, link and domain, as last published; each is read when it is opened. */
export const BreakdownTiles = ({ runId }: { runId: string }): ReactNode => {
  const { t } = useTranslation();
  const path = `/runs/${encodeURIComponent(runId)}`;
  const summary = t('kpi.breakdown.open');
  return (
    <>
      <LogTile
        title={t('kpi.hours')}
        summary={summary}
        path={`${path}/hours`}
        page={HourPage}
        columns={[
          t('kpi.hours.hour'),
          t('kpi.hours.openedByHuman'),
          t('kpi.hours.openedElse'),
          t('kpi.hours.clickedByHuman'),
          t('kpi.hours.clickedElse'),
        ]}
        row={hourRow}
      />
      <LogTile
        title={t('kpi.links')}
        summary={summary}
        path={`${path}/links`}
        page={LinkPage}
        columns={[t('kpi.links.link'), t('kpi.links.messages'), t('kpi.links.byHuman'), t('kpi.links.clicks')]}
        row={linkRow}
      />
      <LogTile
        title={t('kpi.domains')}
        summary={summary}
        path={`${path}/domains`}
        page={DomainPage}
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
