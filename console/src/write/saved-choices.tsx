import { useLingui } from '@lingui/react';
import { useEffect, useEffectEvent, type ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { MailTemplate } from '../../../domain/model/mail-template.ts';
import type { TemplateDetail } from '../../../domain/write/template-routes.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useSavedTemplates, useTakeTemplate } from './saved-templates.ts';
import { TemplatePicture } from './template-picture.tsx';

type Choosing = { onChoose: (taken: TemplateDetail) => void };

const Choice = ({ template, onTake }: { template: MailTemplate; onTake: () => void }): ReactNode => (
  <li>
    <button className="template" type="button" onClick={onTake}>
      <TemplatePicture sections={template.sketch} />
      <b>{template.name}</b>
      <span>{template.content.subject}</span>
    </button>
  </li>
);

/** The templates that people of the stage saved, beside the console's own; the address may name one to begin with. */
export const SavedChoices = ({ onChoose }: Choosing): ReactNode => {
  const { _: t } = useLingui();
  const [address, setAddress] = useSearchParams();
  const { data, error, hasNextPage, fetchNextPage } = useSavedTemplates();
  const taking = useTakeTemplate();
  const take = (id: string): void => taking.mutate(id, { onSuccess: onChoose });
  const named = address.get('template');
  const begin = useEffectEvent((id: string) => {
    setAddress({}, { replace: true });
    take(id);
  });
  useEffect(() => {
    if (named !== null) begin(named);
  }, [named]);
  const templates = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <ProblemNote error={error ?? taking.error} />
      {templates.length > 0 && (
        <>
          <h3>{t('write.saved')}</h3>
          <ul className="templates">
            {templates.map((template) => (
              <Choice key={template.id} template={template} onTake={() => take(template.id)} />
            ))}
          </ul>
          <div className="row">
            {hasNextPage && (
              <button className="btn slim" type="button" onClick={() => void fetchNextPage()}>
                {t('shell.log.more')}
              </button>
            )}
            <Link to="/templates">{t('write.saved.manage')}</Link>
          </div>
        </>
      )}
    </>
  );
};
