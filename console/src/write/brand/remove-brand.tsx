import { useLingui } from '@lingui/react';
import { useState, type ReactNode } from 'react';
import { Ask } from '../../shell/ask.tsx';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { useSaveBrand } from './use-brand.ts';

/** Takes the brand away, once somebody means it. */
export const RemoveBrand = ({ version }: { version: number }): ReactNode => {
  const { _: t } = useLingui();
  const [isAsking, ask] = useState(false);
  const saving = useSaveBrand();
  const act = (
    <button
      className="btn danger"
      type="button"
      disabled={saving.isPending}
      onClick={() => saving.mutate({ version, brand: null }, { onSuccess: () => ask(false) })}
    >
      {t('write.brand.remove')}
    </button>
  );
  return (
    <>
      <button className="btn" type="button" onClick={() => ask(true)}>
        {t('write.brand.remove')}
      </button>
      <Ask
        isOpen={isAsking}
        onClose={() => ask(false)}
        title={t('write.brand.removing')}
        cancel={t('write.brand.cancel')}
        act={act}
      >
        <p>{t('write.brand.removingWhy')}</p>
        <ProblemNote error={saving.error} />
      </Ask>
    </>
  );
};
