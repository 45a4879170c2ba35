import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import type { ConfirmationView } from '../../../domain/confirm/api.ts';
import { useFormat } from '../shell/format.ts';
import { Notice } from '../shell/notice.tsx';
import { useSession } from '../shell/session.tsx';

type Fate = Exclude<ConfirmationView['fate'], 'open'>;

/** What happened, who did it, when, and what to do now. */
const useReason = ({ run, boundTo }: ConfirmationView): ((fate: Fate) => string) => {
  const { t } = useTranslation();
  const { dateTime, number, allOf } = useFormat();
  const { me } = useSession();
  const moment = (at: string | null | undefined): string => (at ? dateTime(at) : '–');
  return (fate) => {
    const { decision, deadline, endedAt, endedBy } = run ?? {};
    const ended = { name: endedBy?.name ?? t('confirm.fate.system'), time: moment(endedAt) };
    switch (fate) {
      case 'decided':
        return t('confirm.fate.decidedBy', {
          name: decision?.by.name ?? '–',
          what: t(`confirm.fate.what.${decision?.decision ?? 'confirm'}`),
          time: moment(decision?.at),
        });
      case 'waiting':
        return t('confirm.fate.waitingWhy', {
          given: number(run?.approvals.length ?? 0),
          needed: number(run?.approvalsNeeded ?? 1),
          deadline: moment(deadline),
        });
      case 'expired':
        return t('confirm.fate.expiredWhy', { deadline: moment(deadline), requester: run?.requestedBy.name ?? '–' });
      case 'voided':
        return t('confirm.fate.voidedWhy', ended);
      case 'stopped':
        return t('confirm.fate.stoppedWhy', ended);
      case 'withdrawn':
        return t('confirm.fate.withdrawnWhy');
      case 'reassigned':
        return t('confirm.fate.reassignedWhy', { names: allOf(run?.approvers.map(({ name }) => name) ?? []) });
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
