import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { RunView } from '../../../domain/model/run-view.ts';
import { useFormat } from '../shell/format.ts';
import { Notice } from '../shell/notice.tsx';

/** Of a run that those who are left could not confirm: since when, and to whom a part of it can be given. */
export const MissingApprovers = ({ run }: { run: RunView }): ReactNode => {
  const { _: t } = useLingui();
  const { anyOf, dateTime, number } = useFormat();
  const missing = run.approversMissing;
  if (!missing) return null;
  const names = anyOf(missing.canTake.map(({ name }) => name));
  return (
    <Notice
      tone="warn"
      role="alert"
      title={t('confirm.missing', { count: missing.needed, n: number(missing.needed), since: dateTime(missing.since) })}
    >
      <p>{names === '' ? t('confirm.missing.nobody') : t('confirm.missing.canTake', { names })}</p>
    </Notice>
  );
};
