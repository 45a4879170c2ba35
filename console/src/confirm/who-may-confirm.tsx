import { Trans, useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { RunView } from '../../../domain/model/run-view.ts';
import { useFormat } from '../shell/format.ts';
import { Notice } from '../shell/notice.tsx';

/** For those who may not confirm: the refusal, and who can. */
export const WhoMayConfirm = ({ run }: { run: RunView }): ReactNode => {
  const { _: t } = useLingui();
  const { anyOf } = useFormat();
  const { bar } = run.you;
  if (run.state !== 'AwaitingConfirmation' || bar === null) return null;
  const others = run.approvers.filter(({ sub }) => !run.approvals.some(({ by }) => by.sub === sub));
  const names = anyOf(others.map(({ name }) => name));
  return (
    <Notice tone="info" title={t(bar === 'role' ? 'confirm.mayNot' : `confirm.bar.${bar}`)}>
      <p>
        {others.length > 0 ? (
          <Trans id="confirm.whoCan" values={{ names: <>{names}</> }} components={{ b: <b /> }} />
        ) : (
          <Trans id="confirm.roleCan" components={{ b: <b /> }} />
        )}
      </p>
    </Notice>
  );
};
