import { useLingui } from '@lingui/react';
import type { RunView } from '../../../domain/model/run-view.ts';
import type { Warning } from '../confirm/use-decision.ts';
import { useCheckText } from '../prepare/check-text.ts';

/** What whoever confirms has to know of: each warning, and a send time that is past. */
export const useWarnings = (): ((run: RunView) => Warning[]) => {
  const { _: t } = useLingui();
  const checkText = useCheckText();
  return ({ checks, sendAt, missedStart }) => [
    ...checks
      .filter(({ verdict }) => verdict === 'warning')
      .map((check) => ({ code: check.code, title: checkText(check).title })),
    ...(missedStart !== null || (sendAt !== null && Date.parse(sendAt) < Date.now())
      ? [{ code: 'sendTimePassed' as const, title: t('confirm.late') }]
      : []),
  ];
};

/** Who does not count under four eyes may still refuse. */
export const mayDecide = ({ you }: RunView): boolean => you.mayConfirm || you.bar === 'fourEyes';
