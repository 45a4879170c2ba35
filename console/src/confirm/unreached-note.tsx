import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { hasEnded } from '../../../domain/model/run-end.ts';
import type { RunView } from '../../../domain/model/run-view.ts';
import type { UnreachedAnswer } from '../../../domain/track/api.ts';
import type { Unreached } from '../../../domain/track/unreached.ts';
import { useApi } from '../shell/api.ts';
import { useFormat } from '../shell/format.ts';
import { Notice } from '../shell/notice.tsx';
import { useReason } from '../shell/use-reason.ts';

const useUnreached = (run: RunView): readonly Unreached[] => {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['run', run.id, 'unreached'],
    queryFn: async () => api.get<UnreachedAnswer>(`/runs/${encodeURIComponent(run.id)}/unreached`),
    enabled: run.manifestHash !== null,
    refetchInterval: hasEnded(run) ? false : 30_000,
  });
  return data?.items ?? [];
};

/** Whose mailbox did not take a mail about this run: approvers and others by name, proofs by the domain of their address. */
export const UnreachedNote = ({ run }: { run: RunView }): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  const reasonOf = useReason();
  const unreached = useUnreached(run);
  if (unreached.length === 0) return null;
  const nameOf = ({ sub, domain }: Unreached): string =>
    [...run.approvers, run.requestedBy].find((person) => person.sub === sub)?.name ??
    t('confirm.unreached.at', { domain });
  return (
    <Notice tone="warn" title={t('confirm.unreached')}>
      <ul>
        {unreached.map((one) => (
          <li key={`${one.mail} ${one.sub ?? one.domain}`}>
            {t(`confirm.unreached.${one.mail}`, {
              who: nameOf(one),
              why: one.why === 'reject' ? t('confirm.unreached.reject') : reasonOf(one.why),
              at: dateTime(one.at),
            })}
          </li>
        ))}
      </ul>
      <p>{t('confirm.unreached.next')}</p>
    </Notice>
  );
};
