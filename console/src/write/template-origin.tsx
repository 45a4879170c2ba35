import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { TemplateTaken } from '../../../domain/model/campaign.ts';
import { ApiProblem } from '../shell/api.ts';
import { useSavedTemplate } from './saved-templates.ts';

/** With which saved template a content was begun, and what became of that since: nothing follows it by itself. */
export const TemplateOrigin = ({ taken }: { taken: TemplateTaken | undefined }): ReactNode => {
  const { _: t } = useLingui();
  const saved = taken && 'id' in taken ? taken : undefined;
  const { data, error } = useSavedTemplate(saved?.id);
  if (!saved) return null;
  const isGone = error instanceof ApiProblem && error.code === 'not-found';
  const isChanged = data !== undefined && data.template.content.sha256 !== saved.sha256;
  return (
    <p className="small">
      {t('write.template.taken', { name: data?.template.name ?? saved.name })} {isGone && t('write.saved.gone')}
      {isChanged && t('write.saved.changed')}
    </p>
  );
};
