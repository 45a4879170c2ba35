import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunView } from '../../../domain/run-view.ts';
import { useFormat } from '../shell/format.ts';
import { Terms, type Term } from '../shell/terms.tsx';
import { Tile } from '../shell/tile.tsx';

const useDecisionTerm = (): ((run: RunView) => Term[]) => {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  return ({ decision }) => {
    if (!decision) return [];
    const value = t(decision.decision === 'confirm' ? 'confirm.confirmedBy' : 'confirm.rejectedBy', {
      name: decision.by.name,
    });
    const via = t(decision.via === 'link' ? 'confirm.viaLink' : 'confirm.viaConsole');
    return [
      { term: t('confirm.decided'), value, small: `${dateTime(decision.at)}, ${via}` },
      ...(decision.reason === undefined
        ? []
        : [
            {
              term: t(decision.decision === 'confirm' ? 'confirm.note' : 'confirm.reason'),
              value: t('confirm.quoted', { reason: decision.reason }),
            },
          ]),
    ];
  };
};

const Asked = ({ run }: { run: RunView }): ReactNode => {
  const { t } = useTranslation();
  if (run.approvers.length === 0) return t('confirm.askedAnybody');
  return (
    <ul>
      {run.approvers.map(({ sub, name }) => (
        <li key={sub}>{name}</li>
      ))}
    </ul>
  );
};

/** Who was asked, until when, and what was decided. */
export const ConfirmationTile = ({ run }: { run: RunView }): ReactNode => {
  const { t } = useTranslation();
  const { dateTime, number, utc } = useFormat();
  const decisionTerm = useDecisionTerm();
  if (!run.requestConfirmation)
    return (
      <Tile title={t('confirm.tile')}>
        <Terms
          terms={[{ term: t('confirm.needed'), value: t('confirm.neededNone'), small: t('confirm.neededNoneWhy') }]}
        />
      </Tile>
    );
  const isAsked = run.approvers.length > 0 || run.state === 'AwaitingConfirmation';
  const unreached =
    run.notMailed > 0 ? { small: t('confirm.notMailed', { count: run.notMailed, n: number(run.notMailed) }) } : {};
  return (
    <Tile title={t('confirm.tile')}>
      <Terms
        terms={[
          { term: t('confirm.needed'), value: t('confirm.neededOne') },
          ...(isAsked ? [{ term: t('confirm.asked'), value: <Asked run={run} />, ...unreached }] : []),
          ...(run.deadline !== null && !run.decision
            ? [{ term: t('confirm.deadline'), value: dateTime(run.deadline), small: utc(run.deadline) }]
            : []),
          ...decisionTerm(run),
        ]}
      />
    </Tile>
  );
};
