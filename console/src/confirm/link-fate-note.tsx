import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ConfirmationView } from '../../../domain/confirm/api.ts';
import { useFormat } from '../shell/format.ts';
import { Notice } from '../shell/notice.tsx';
import { useSession } from '../shell/session.tsx';

type Fate = Exclude<ConfirmationView['fate'], 'open'>;

/** Who ended the question, or took it away from this person, and when. */
const useEnder = ({ run, ended }: ConfirmationView): { name: string; at: string | null } => {
  const { _: t } = useLingui();
  if (ended) return { name: ended.by ?? t('confirm.fate.system'), at: ended.at };
  const { endedAt = null, endedBy } = run ?? {};
  return { name: endedBy?.name ?? (endedAt === null ? '–' : t('confirm.fate.system')), at: endedAt };
};

/** What happened, who did it, when, and what to do now. */
const useReason = (view: ConfirmationView): ((fate: Fate) => string) => {
  const { _: t } = useLingui();
  const { dateTime, number, allOf } = useFormat();
  const { me } = useSession();
  const moment = (at: string | null | undefined): string => (at ? dateTime(at) : '–');
  const ender = useEnder(view);
  const { run, boundTo } = view;
  const { decision, deadline, requestedBy, approvals = [], approvers = [] } = run ?? {};
  const values = {
    name: ender.name,
    time: moment(ender.at),
    deadline: moment(deadline),
    requester: requestedBy?.name ?? '–',
    given: number(approvals.length),
    needed: number(run?.approvalsNeeded ?? 1),
    names: allOf(approvers.map(({ name }) => name)),
    address: boundTo,
    me: me.email,
  };
  const decided = {
    name: decision?.by.name ?? '–',
    what: t(`confirm.fate.what.${decision?.decision ?? 'confirm'}`),
    time: moment(decision?.at),
  };
  return (fate) => t(`confirm.fate.${fate}Why`, fate === 'decided' ? decided : values);
};

/** Why a link decides nothing any more, and where to go instead. */
export const LinkFateNote = ({ view, fate }: { view: ConfirmationView; fate: Fate }): ReactNode => {
  const { _: t } = useLingui();
  const reason = useReason(view);
  return (
    <Notice tone="warn" title={t(`confirm.fate.${fate}`)}>
      <p>{reason(fate)}</p>
      {view.ended?.reason && <p>{t('confirm.fate.reason', { reason: view.ended.reason })}</p>}
      {view.run && (
        <p>
          <Link to={`/runs/${view.run.id}`}>{t('confirm.openRun')}</Link>
        </p>
      )}
    </Notice>
  );
};
