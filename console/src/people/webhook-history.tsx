import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { AuditRecord } from '../../../domain/model/audit-chain.ts';
import { AuditTile } from '../shell/audit-tile.tsx';
import { ChangeEntry } from './change-entry.tsx';
import { changesText } from './change-text.ts';
import { useWebhookHistory } from './use-webhooks.ts';

const acts = ['webhookAdded', 'webhookChanged', 'secretRotated', 'webhookRemoved', 'notDone'] as const;
type Act = (typeof acts)[number];

const isAct = (what: string): what is Act => acts.some((act) => act === what);

const Entry = ({ record }: { record: AuditRecord }): ReactNode => {
  const { _: t } = useLingui();
  const { what, facts } = record;
  const said = isAct(what)
    ? t(`webhooks.did.${what}`, { name: facts['name'] ?? '' })
    : t('webhooks.did.other', { what });
  return <ChangeEntry record={record} said={said} inWords={changesText} />;
};

/** Who changed which webhook. */
export const WebhookHistory = (): ReactNode => {
  const { _: t } = useLingui();
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
