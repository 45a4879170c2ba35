import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditRecord } from '../../../domain/model/audit-chain.ts';
import { AuditTile } from '../shell/audit-tile.tsx';
import { useFormat } from '../shell/format.ts';
import { useWebhookHistory } from './use-webhooks.ts';

const acts = ['webhookAdded', 'webhookChanged', 'secretRotated', 'webhookRemoved', 'notDone'] as const;
type Act = (typeof acts)[number];

const isAct = (what: string): what is Act => acts.some((act) => act === what);

const Entry = ({ record: { what, at, by, facts } }: { record: AuditRecord }): ReactNode => {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  const { name = '', reason, changes } = facts;
  return (
    <li>
      <i className="dot" />
      <div className="ev">
        <p>
          {isAct(what) ? t(`webhooks.did.${what}`, { name }) : t('webhooks.did.other', { what })} ·{' '}
          <b>{by?.name ?? '–'}</b>
        </p>
        {changes !== undefined && <small className="mono">{changes}</small>}
        {reason !== undefined && <small>{t('people.quoted', { reason })}</small>}
        <time dateTime={at}>{dateTime(at)}</time>
      </div>
    </li>
  );
};

/** Who changed which webhook. */
export const WebhookHistory = (): ReactNode => {
  const { t } = useTranslation();
  const { data, error } = useWebhookHistory();
  return (
    <AuditTile
      words={{ title: t('webhooks.history'), none: t('webhooks.history.none'), save: t('webhooks.history.export') }}
      records={data}
      error={error}
      fileName="audit-webhooks.jsonl"
      Entry={Entry}
    />
  );
};
