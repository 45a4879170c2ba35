import { useLingui } from '@lingui/react';
import { useId, type ReactNode } from 'react';
import { eventTypes } from '../../../domain/model/stage-event.ts';
import { webhookKinds, type WebhookKind } from '../../../domain/people/webhook.ts';
import { ChoiceField } from '../shell/choice-field.tsx';
import { LanguageField } from './language-field.tsx';

/** What an administrator enters about a webhook; an empty address is none. */
export type WebhookDraft = {
  name: string;
  kind: WebhookKind;
  address: string;
  language: 'en' | 'de';
  events: string[];
};

type Props = { draft: WebhookDraft; isNew: boolean; onChange: (change: Partial<WebhookDraft>) => void };

const Events = ({ draft, onChange }: Omit<Props, 'isNew'>): ReactNode => {
  const { _: t } = useLingui();
  const tick = (type: string, isOn: boolean): void =>
    onChange({ events: eventTypes.filter((each) => (each === type ? isOn : draft.events.includes(each))) });
  return (
    <fieldset>
      <legend>{t('webhooks.events')}</legend>
      <p className="small muted">{t('webhooks.eventsHint')}</p>
      {eventTypes.map((type) => (
        <label className="tick" key={type}>
          <input
            type="checkbox"
            checked={draft.events.includes(type)}
            onChange={({ target }) => tick(type, target.checked)}
          />
          <span>{t(`webhooks.event.${type}`)}</span>
        </label>
      ))}
    </fieldset>
  );
};

const Kind = ({ draft, onChange }: Omit<Props, 'isNew'>): ReactNode => {
  const { _: t } = useLingui();
  const options = webhookKinds.map((value) => ({ value, label: t(`webhooks.kind.${value}`) }));
  return (
    <ChoiceField
      label={t('webhooks.kind')}
      value={draft.kind}
      options={options}
      onChange={(kind) => onChange({ kind })}
    />
  );
};

/** Name, receiver, address, language of the messages, and which events. */
export const WebhookFields = ({ draft, isNew, onChange }: Props): ReactNode => {
  const { _: t } = useLingui();
  const id = useId();
  return (
    <>
      <div className="lab">
        <label htmlFor={`${id}-name`}>{t('webhooks.name')}</label>
        <input
          id={`${id}-name`}
          className="input"
          required
          maxLength={100}
          value={draft.name}
          onChange={({ target }) => onChange({ name: target.value })}
        />
      </div>
      {isNew && <Kind draft={draft} onChange={onChange} />}
      <div className="lab">
        <label htmlFor={`${id}-address`}>{t(isNew ? 'webhooks.address' : 'webhooks.newAddress')}</label>
        <input
          id={`${id}-address`}
          className="input"
          type="url"
          maxLength={2000}
          autoComplete="off"
          aria-describedby={`${id}-hint`}
          value={draft.address}
          onChange={({ target }) => onChange({ address: target.value })}
        />
        <small id={`${id}-hint`}>{t('webhooks.addressHint')}</small>
      </div>
      <LanguageField
        label={t('webhooks.language')}
        language={draft.language}
        onChange={(language) => onChange({ language })}
      />
      <Events draft={draft} onChange={onChange} />
    </>
  );
};
