import { useLingui } from '@lingui/react';
import { useState, type ReactNode } from 'react';
import type { Campaign } from '../../../domain/model/campaign.ts';
import type { MailTemplate } from '../../../domain/model/mail-template.ts';
import { NameAsk } from './name-ask.tsx';
import { useSavedTemplate, useTemplateAct } from './saved-templates.ts';

/** Saves what a campaign says as a template, or as what the template says from now on with which it was begun. */
export const SaveTemplate = ({ campaign: { name, content, template } }: { campaign: Campaign }): ReactNode => {
  const { _: t } = useLingui();
  const [isAsking, ask] = useState(false);
  const [saved, setSaved] = useState<MailTemplate>();
  const acting = useTemplateAct();
  const { data } = useSavedTemplate(template && 'id' in template ? template.id : undefined);
  const done = {
    onSuccess: (one: MailTemplate) => {
      setSaved(one);
      ask(false);
    },
  };
  const of = data?.template;
  return (
    <>
      <div className="row">
        <button className="btn slim" type="button" onClick={() => ask(true)}>
          {t('write.saved.save')}
        </button>
        <output>{saved && t('write.saved.done', { name: saved.name })}</output>
      </div>
      <NameAsk
        isOpen={isAsking}
        onClose={() => ask(false)}
        title={t('write.saved.save')}
        act={t('write.saved.saveNew')}
        label={t('write.saved.name')}
        hint={t('write.saved.nameHint')}
        name={name}
        isBusy={acting.isPending}
        error={acting.error}
        onName={(chosen) => acting.mutate({ do: 'create', name: chosen, content }, done)}
      >
        {of && (
          <div>
            <p>{t('write.saved.takeWhy', { name: of.name })}</p>
            <button
              className="btn slim"
              type="button"
              disabled={acting.isPending}
              onClick={() => acting.mutate({ do: 'take', of, name: of.name, content }, done)}
            >
              {t('write.saved.take', { name: of.name })}
            </button>
          </div>
        )}
      </NameAsk>
    </>
  );
};
