import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { AccountView } from '../../../domain/prepare/api.ts';
import { useFormat } from '../shell/format.ts';
import { Notice } from '../shell/notice.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Terms } from '../shell/terms.tsx';
import { Tile } from '../shell/tile.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useAccount } from './home-queries.ts';

type Reputation = NonNullable<AccountView['reputation']>;

const useShares = (): ((reputation: Reputation) => { term: string; value: string; small: string }[]) => {
  const { _: t } = useLingui();
  const { number, finePercent } = useFormat();
  return (reputation) =>
    (['bounces', 'complaints'] as const).map((kind) => {
      const { ratio, count, reviewAt, pauseAt } = reputation[kind];
      const limits = { review: finePercent(reviewAt * 100), pause: finePercent(pauseAt * 100) };
      return {
        term: t(`prepare.account.${kind}`),
        value: finePercent(ratio === null ? null : ratio * 100),
        small: t('prepare.account.of', { count: number(count), n: number(reputation.attempts), ...limits }),
      };
    });
};

const isOver = ({ ratio, reviewAt }: Reputation['bounces']): boolean => ratio !== null && ratio >= reviewAt;

const Facts = ({ account }: { account: AccountView }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const shares = useShares();
  const { reputation, perSecond, per24Hours, sentLast24Hours, left, isInSandbox } = account;
  return (
    <>
      {isInSandbox && (
        <Notice tone="warn" title={t('prepare.account.sandbox')}>
          <p>{t('prepare.account.sandboxWhy')}</p>
        </Notice>
      )}
      {reputation && (isOver(reputation.bounces) || isOver(reputation.complaints)) && (
        <Notice tone="warn" title={t('prepare.account.over')}>
          <p>{t('prepare.account.overWhy')}</p>
        </Notice>
      )}
      <Terms
        terms={[
          { term: t('prepare.account.rate'), value: t('prepare.account.perSecond', { n: number(perSecond) }) },
          {
            term: t('prepare.account.left'),
            value: left === null ? t('prepare.account.unlimited') : number(left),
            small: t('prepare.account.used', {
              used: number(sentLast24Hours),
              all: left === null ? '∞' : number(per24Hours),
            }),
          },
          ...(reputation ? shares(reputation) : []),
        ]}
      />
      {!reputation && <p className="muted">{t('prepare.account.untold')}</p>}
    </>
  );
};

/** What the account may still send, and how near it is to what SES reviews an account for. */
export const AccountTile = (): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  const { data, error } = useAccount();
  return (
    <Tile title={t('prepare.account')} asOf={data && t('prepare.asOf', { time: dateTime(data.asOf) })}>
      <ProblemNote error={error} />
      {data && <Facts account={data} />}
      {!data && !error && <Waiting />}
    </Tile>
  );
};
