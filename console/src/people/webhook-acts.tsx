import { useLingui } from '@lingui/react';
import { useState, type ReactNode } from 'react';
import type { TriedWebhook, WebhookView, WebhookWithSecret } from '../../../domain/people/webhook-api.ts';
import type { DeliveryCause } from '../../../domain/people/webhook.ts';
import { Notice } from '../shell/notice.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Reasoned } from './reasoned.tsx';
import { useWebhookChange, webhookPath } from './use-webhooks.ts';
import { WebhookFields, type WebhookDraft } from './webhook-fields.tsx';

type Props = { webhook: WebhookView };

const empty: WebhookDraft = { name: '', kind: 'webhook', address: '', language: 'en', events: [] };

/** The one time that somebody sees it. */
const Secret = ({ of }: { of: WebhookWithSecret | undefined }): ReactNode => {
  const { _: t } = useLingui();
  if (!of || of.secret === null) return null;
  return (
    <Notice tone="warn" role="note" title={t('webhooks.secret')}>
      <p>
        <code className="mono">{of.secret}</code>
      </p>
      <p>{t('webhooks.secretHint')}</p>
    </Notice>
  );
};

export const AddWebhook = (): ReactNode => {
  const { _: t } = useLingui();
  const [draft, setDraft] = useState(empty);
  const adding = useWebhookChange<WebhookWithSecret>({ path: '/webhooks' });
  return (
    <>
      <Reasoned
        of="webhooks"
        label={t('webhooks.add')}
        title={t('webhooks.add')}
        isBusy={adding.isPending}
        error={adding.error}
        onAct={(reason, close) => adding.mutate({ ...draft, reason }, { onSuccess: close })}
        onOpen={() => {
          setDraft(empty);
          adding.reset();
        }}
      >
        <WebhookFields draft={draft} isNew onChange={(change) => setDraft({ ...draft, ...change })} />
      </Reasoned>
      <Secret of={adding.data} />
    </>
  );
};

const draftOf = ({ name, kind, language, events }: WebhookView): WebhookDraft => ({
  name,
  kind,
  language,
  events,
  address: '',
});

const Change = ({ webhook }: Props): ReactNode => {
  const { _: t } = useLingui();
  const [draft, setDraft] = useState(draftOf(webhook));
  const changing = useWebhookChange<WebhookView>({ path: webhookPath(webhook), method: 'put' });
  const onAct = (reason: string, close: () => void): void => {
    const { address, kind: _kind, ...given } = draft;
    const moved = address.trim() === '' ? {} : { address };
    changing.mutate({ ...given, ...moved, reason }, { onSuccess: close });
  };
  return (
    <Reasoned
      of="webhooks"
      label={t('webhooks.change')}
      title={t('webhooks.change.title', { name: webhook.name })}
      isBusy={changing.isPending}
      error={changing.error}
      onAct={onAct}
      onOpen={() => setDraft(draftOf(webhook))}
    >
      <WebhookFields draft={draft} isNew={false} onChange={(change) => setDraft({ ...draft, ...change })} />
    </Reasoned>
  );
};

const Switch = ({ webhook }: Props): ReactNode => {
  const { _: t } = useLingui();
  const changing = useWebhookChange<WebhookView>({ path: webhookPath(webhook), method: 'put' });
  const act = webhook.off ? 'on' : 'off';
  return (
    <Reasoned
      of="webhooks"
      label={t(`webhooks.${act}`)}
      title={t(`webhooks.${act}.title`, { name: webhook.name })}
      isBusy={changing.isPending}
      error={changing.error}
      onAct={(reason, close) => changing.mutate({ enabled: act === 'on', reason }, { onSuccess: close })}
    >
      <p>{t(`webhooks.${act}.effect`)}</p>
    </Reasoned>
  );
};

const Rotate = ({ webhook }: Props): ReactNode => {
  const { _: t } = useLingui();
  const rotating = useWebhookChange<WebhookWithSecret>({ path: webhookPath(webhook, 'secret') });
  return (
    <>
      <Reasoned
        of="webhooks"
        label={t('webhooks.rotate')}
        title={t('webhooks.rotate.title', { name: webhook.name })}
        isBusy={rotating.isPending}
        error={rotating.error}
        onAct={(reason, close) => rotating.mutate({ reason }, { onSuccess: close })}
      >
        <p>{t('webhooks.rotate.effect')}</p>
      </Reasoned>
      <Secret of={rotating.data} />
    </>
  );
};

const Remove = ({ webhook }: Props): ReactNode => {
  const { _: t } = useLingui();
  const removing = useWebhookChange<WebhookView>({ path: webhookPath(webhook, 'remove') });
  return (
    <Reasoned
      of="webhooks"
      label={t('webhooks.remove')}
      title={t('webhooks.remove.title', { name: webhook.name })}
      isBusy={removing.isPending}
      error={removing.error}
      onAct={(reason, close) => removing.mutate({ reason }, { onSuccess: close })}
    >
      <p>{t('webhooks.remove.effect')}</p>
    </Reasoned>
  );
};

/** Why nothing arrived, as a part of a sentence. */
export const useWhy = (): ((cause: DeliveryCause | null, status: number | null) => string) => {
  const { _: t } = useLingui();
  return (cause, status) => t(`webhooks.cause.${cause ?? 'connection'}`, { status: status ?? '–' });
};

const Try = ({ webhook }: Props): ReactNode => {
  const { _: t } = useLingui();
  const why = useWhy();
  const trying = useWebhookChange<TriedWebhook>({ path: webhookPath(webhook, 'try') });
  const { data } = trying;
  return (
    <>
      <button className="btn slim" type="button" disabled={trying.isPending} onClick={() => trying.mutate({})}>
        {t(trying.isPending ? 'webhooks.trying' : 'webhooks.try')}
      </button>
      {data && (
        <p role="status">
          {data.isDelivered
            ? t('webhooks.tried', { status: data.status })
            : t('webhooks.notTried', { why: why(data.cause, data.status) })}
        </p>
      )}
      <ProblemNote error={trying.error} />
    </>
  );
};

/** All that can be done with one webhook. */
export const WebhookActs = ({ webhook }: Props): ReactNode => (
  <div className="row">
    <Try webhook={webhook} />
    <Change webhook={webhook} />
    {webhook.kind === 'webhook' && <Rotate webhook={webhook} />}
    <Switch webhook={webhook} />
    <Remove webhook={webhook} />
  </div>
);
