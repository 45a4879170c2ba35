import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Home } from '../../../domain/prepare/api.ts';
import type { RunState } from '../../../domain/model/run.ts';
import { AccountTile } from '../prepare/account-tile.tsx';
import { useHome } from '../prepare/home-queries.ts';
import { PlannedTile } from '../prepare/planned-tile.tsx';
import { useFormat } from '../shell/format.ts';
import { Page } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tile } from '../shell/tile.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useCampaigns } from '../write/campaign-queries.ts';
import { CampaignsVerdict } from '../write/campaigns-verdict.tsx';
import { needs, type Need } from '../write/needs.ts';
import { NewCampaign } from '../write/new-campaign.tsx';
import { NoCampaigns } from '../write/no-campaigns.tsx';
import { RunTable } from '../write/run-table.tsx';

/** In which state the list of runs has all of a block; those that failed are in several. */
const stateOf: Partial<Record<Need, RunState>> = {
  yours: 'AwaitingConfirmation',
  awaiting: 'AwaitingConfirmation',
  paused: 'Paused',
  held: 'Sending',
  sending: 'Sending',
  preparing: 'Preparing',
};

const allOf = (need: Need): string => {
  const state = stateOf[need];
  return state === undefined ? '/runs' : `/runs?state=${state}`;
};

/** What somebody waits for, the most urgent first. */
const NeedsTile = ({ home }: { home: Home }): ReactNode => {
  const { _: t } = useLingui();
  const { number, dateTime } = useFormat();
  const groups = needs.flatMap((need) => {
    const { count, items } = home[need];
    if (count === 0) return [];
    const more = items.length < count && <Link to={allOf(need)}>{t('write.home.all', { n: number(count) })}</Link>;
    const group = { key: need, title: t(`write.home.${need}`), count: number(count), runs: items };
    return [more === false ? group : { ...group, more }];
  });
  return (
    <Tile
      title={t('write.home.now')}
      asOf={t('prepare.asOf', { time: dateTime(home.asOf) })}
      padded={groups.length === 0}
    >
      {groups.length > 0 ? <RunTable groups={groups} /> : <p className="muted">{t('write.home.nothing')}</p>}
    </Tile>
  );
};

const isEmpty = (home: Home): boolean =>
  needs.every((need) => home[need].count === 0) && home.planned.count + home.later + home.unreadable.length === 0;

const Blocks = ({ home }: { home: Home }): ReactNode => (
  <>
    <CampaignsVerdict home={home} />
    <div className="cols">
      <div>
        <NeedsTile home={home} />
      </div>
      <div>
        <PlannedTile home={home} />
        <AccountTile />
      </div>
    </div>
  </>
);

/** Where nothing is to be seen: is it because there is no campaign yet? */
const Beginning = ({ home }: { home: Home }): ReactNode => {
  const { data } = useCampaigns('limit=1');
  if (!data) return <Waiting />;
  const [page] = data.pages;
  if (!page || page.counts.all + page.unreadable.length > 0) return <Blocks home={home} />;
  return (
    <NoCampaigns>
      <NewCampaign />
    </NoCampaigns>
  );
};

/** `/`: what waits for whoever looks, then what stands still, failed and runs, what goes out next, and the account. */
export const HomePage = (): ReactNode => {
  const { _: t } = useLingui();
  const { data, error } = useHome();
  return (
    <Page title={t('shell.overview')}>
      <div className="row apart">
        <h1>{t('shell.overview')}</h1>
        {data && !isEmpty(data) && <NewCampaign />}
      </div>
      <ProblemNote error={error} />
      {!data && !error && <Waiting />}
      {data && (isEmpty(data) ? <Beginning home={data} /> : <Blocks home={data} />)}
    </Page>
  );
};
