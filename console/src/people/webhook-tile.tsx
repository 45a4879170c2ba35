import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { WebhookView } from '../../../domain/people/webhook-api.ts';
import { useFormat } from '../shell/format.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tile } from '../shell/tile.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useWebhooks } from './use-webhooks.ts';
import { AddWebhook, useWhy, WebhookActs } from './webhook-acts.tsx';

const Last = ({ last }: Pick<WebhookView, 'last'>): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  const why = useWhy();
  if (!last) return <p className="small muted">{t('webhooks.last.none')}</p>;
  const at = dateTime(last.at);
  return (
    <p className="small muted">
      {last.isDelivered
        ? t('webhooks.last.delivered', { at, status: last.status })
        : t('webhooks.last.failed', { at, why: why(last.cause, last.status) })}
      {last.nextAt !== null && ` ${t('webhooks.last.next', { at: dateTime(last.nextAt) })}`}
      {last.failingSince !== null && ` ${t('webhooks.last.failing', { at: dateTime(last.failingSince) })}`}
    </p>
  );
};

const Entry = ({ webhook }: { webhook: WebhookView }): ReactNode => {
  const { _: t } = useLingui();
  const { name, kind, host, off, events, last } = webhook;
  return (
    <li>
      <p>
        <b>{name}</b> · {off ? t(`webhooks.isOff.${off.cause}`) : t('webhooks.isOn')}
      </p>
      <p className="small muted">
        {t(`webhooks.kind.${kind}`)} · {host} ·{' '}
        {events.length === 0 ? t('webhooks.allEvents') : t('webhooks.someEvents', { count: events.length })}
      </p>
      <Last last={last} />
      <WebhookActs webhook={webhook} />
    </li>
  );
};

/** Every system and chat that hears what happens. */
export const WebhookTile = (): ReactNode => {
  const { _: t } = useLingui();
  const { data, error } = useWebhooks();
  return (
    <Tile title={t('webhooks.list')}>
      <p>{t('webhooks.what')}</p>
      <AddWebhook />
      <ProblemNote error={error} />
      {!data && !error && <Waiting />}
      {data?.items.length === 0 && <p className="muted">{t('webhooks.none')}</p>}
      <ul className="people">
        {data?.items.map((webhook) => (
          <Entry key={webhook.id} webhook={webhook} />
        ))}
      </ul>
    </Tile>
  );
};
