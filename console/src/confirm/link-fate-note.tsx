import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import type { ConfirmationView } from '../../../domain/confirm/api.ts';
import { useFormat } from '../shell/format.ts';
import { Notice } from '../shell/notice.tsx';
import { useSession } from '../shell/session.tsx';

type Fate = Exclude<ConfirmationView['fate'], 'open'>;

const useReason = (view: ConfirmationView): ((fate: Fate) => string) => {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  const { me } = useSession();
  const { run, boundTo } = view;
  return (fate) => {
    switch (fate) {
      case 'decided': {
        const { by, at } = run?.decision ?? {};
        return t('confirm.fate.decidedBy', { name: by?.name ?? '–', time: at === undefined ? '–' : dateTime(at) });
      }
      case 'expired':
        return t('confirm.fate.expiredWhy', { deadline: run?.deadline ? dateTime(run.deadline) : '–' });
      case 'voided':
        return t('confirm.fate.voidedWhy');
      case 'notYours':
        return t('confirm.fate.notYoursWhy', { address: boundTo, me: me.email });
    }
  };
};

/** Why a link decides nothing any more, and where to go instead. */
export const LinkFateNote = ({ view, fate }: { view: ConfirmationView; fate: Fate }): ReactNode => {
  const { t } = useTranslation();
  const reason = useReason(view);
  return (
    <Notice tone="warn" title={t(`confirm.fate.${fate}`)}>
      <p>{reason(fate)}</p>
      {view.run && (
        <p>
          <Link to={`/runs/${view.run.id}`}>{t('confirm.openRun')}</Link>
        </p>
      )}
    </Notice>
  );
};
