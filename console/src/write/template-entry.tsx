import { useLingui } from '@lingui/react';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { MailTemplate } from '../../../domain/model/mail-template.ts';
import { Ask } from '../shell/ask.tsx';
import { useFormat } from '../shell/format.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { NameAsk } from './name-ask.tsx';
import { useTemplateAct } from './saved-templates.ts';
import { TemplatePicture } from './template-picture.tsx';

type Entry = { template: MailTemplate };

const NamedAct = ({ act, template }: Entry & { act: 'rename' | 'copy' }): ReactNode => {
  const { _: t } = useLingui();
  const [isAsking, ask] = useState(false);
  const acting = useTemplateAct();
  const { name } = template;
  return (
    <>
      <button className="btn slim" type="button" onClick={() => ask(true)}>
        {t(`write.saved.${act}`)}
      </button>
      <NameAsk
        isOpen={isAsking}
        onClose={() => ask(false)}
        title={t(`write.saved.${act}`)}
        act={t(`write.saved.${act}`)}
        label={t('write.saved.name')}
        name={act === 'copy' ? t('prepare.copyOf', { name }).slice(0, 100).trim() : name}
        isBusy={acting.isPending}
        error={acting.error}
        onName={(chosen) => acting.mutate({ do: act, of: template, name: chosen }, { onSuccess: () => ask(false) })}
      />
    </>
  );
};

const Delete = ({ template }: Entry): ReactNode => {
  const { _: t } = useLingui();
  const [isAsking, ask] = useState(false);
  const acting = useTemplateAct();
  const act = (
    <button
      className="btn danger"
      type="button"
      disabled={acting.isPending}
      onClick={() => acting.mutate({ do: 'delete', of: template }, { onSuccess: () => ask(false) })}
    >
      {t('write.saved.delete')}
    </button>
  );
  return (
    <>
      <button className="btn slim" type="button" onClick={() => ask(true)}>
        {t('write.saved.delete')}
      </button>
      <Ask
        isOpen={isAsking}
        onClose={() => ask(false)}
        title={t('write.saved.deleting', { name: template.name })}
        cancel={t('prepare.form.cancel')}
        act={act}
      >
        <p>{t('write.saved.deletingWhy')}</p>
        <ProblemNote error={acting.error} />
      </Ask>
    </>
  );
};

/** A saved template, and what can be done with it. */
export const TemplateEntry = ({ template }: Entry): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  const { id, name, content, sketch, updatedBy, updatedAt } = template;
  return (
    <li className="picture">
      <TemplatePicture sections={sketch} />
      <div>
        <p>
          <b>{name}</b>
        </p>
        <p>{content.subject}</p>
        <p className="small muted">{t('prepare.byOn', { name: updatedBy.name, time: dateTime(updatedAt) })}</p>
        <div className="row">
          <Link className="btn slim" to={`/campaigns/new?template=${encodeURIComponent(id)}`}>
            {t('write.saved.use')}
          </Link>
          <NamedAct act="rename" template={template} />
          <NamedAct act="copy" template={template} />
          <Delete template={template} />
        </div>
      </div>
    </li>
  );
};
