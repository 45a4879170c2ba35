import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { Policy } from '../../../domain/model/policy.ts';
import type { RunView } from '../../../domain/model/run-view.ts';
import { ReassignButton } from './reassign-button.tsx';
import { useFormat } from '../shell/format.ts';
import { Terms, type Term } from '../shell/terms.tsx';
import { Tile } from '../shell/tile.tsx';

const toldBy = {
  confirm: 'confirm.confirmedBy',
  reject: 'confirm.rejectedBy',
  requestChanges: 'confirm.changesBy',
} as const;

const useDecisionTerm = (): ((run: RunView) => Term[]) => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  return ({ decision }) => {
    if (!decision) return [];
    const value = t(toldBy[decision.decision], { name: decision.by.name });
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
  const { _: t } = useLingui();
  if (run.approvers.length === 0) return t('confirm.askedAnybody');
  return (
    <ul>
      {run.approvers.map(({ sub, name }) => (
        <li key={sub}>{name}</li>
      ))}
    </ul>
  );
};

/** Whoever made it, and what a confirmation means beyond this run. */
const useRunTerms = (): ((run: RunView) => Term[]) => {
  const { _: t } = useLingui();
  const { allOf } = useFormat();
  return ({ authors, releasesSeries }) => [
    { term: t('confirm.authors'), value: allOf(authors.map(({ name }) => name)) },
    ...(releasesSeries
      ? [{ term: t('confirm.releases'), value: t('confirm.releases.yes'), small: t('confirm.releases.why') }]
      : []),
  ];
};

const Given = ({ run }: { run: RunView }): ReactNode => {
  const { dateTime } = useFormat();
  return (
    <ul>
      {run.approvals.map(({ by, at }) => (
        <li key={by.sub}>
          {by.name} <small>{dateTime(at)}</small>
        </li>
      ))}
    </ul>
  );
};

/** What the policy asks for beyond a single confirmation. */
const Rules = ({ policy }: { policy: Policy }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const rules = [
    ...(policy.fourEyes && !policy.training ? [t('confirm.rule.fourEyes')] : []),
    ...(policy.training ? [t('confirm.rule.training')] : []),
    ...(policy.extraAbove === null ? [] : [t('confirm.rule.extraAbove', { n: number(policy.extraAbove) })]),
    ...(policy.escalateTo === null ? [] : [t('confirm.rule.escalateTo', { group: policy.escalateTo })]),
    ...(policy.unanswered === 'hold' ? [t('confirm.rule.hold')] : []),
  ];
  return (
    <ul>
      {rules.map((rule) => (
        <li key={rule}>{rule}</li>
      ))}
    </ul>
  );
};

/** Who was asked, until when, and what was decided. */
export const ConfirmationTile = ({ run }: { run: RunView }): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime, number, utc } = useFormat();
  const decisionTerm = useDecisionTerm();
  const termsOf = useRunTerms();
  if (!run.requestConfirmation)
    return (
      <Tile title={t('confirm.tile')}>
        <Terms
          terms={[{ term: t('confirm.needed'), value: t('confirm.neededNone'), small: t('confirm.neededNoneWhy') }]}
        />
      </Tile>
    );
  const needed = run.approvalsNeeded ?? 1;
  const isAsked = run.approvers.length > 0 || run.state === 'AwaitingConfirmation';
  const unreached =
    run.notMailed > 0 ? { small: t('confirm.notMailed', { count: run.notMailed, n: number(run.notMailed) }) } : {};
  return (
    <Tile title={t('confirm.tile')}>
      <Terms
        terms={[
          {
            term: t('confirm.needed'),
            value:
              needed > 1
                ? t('confirm.neededMany', { given: number(run.approvals.length), n: number(needed) })
                : t('confirm.neededOne'),
          },
          ...termsOf(run),
          ...(run.policy ? [{ term: t('confirm.rule'), value: <Rules policy={run.policy} /> }] : []),
          ...(needed > 1 && run.approvals.length > 0 ? [{ term: t('confirm.given'), value: <Given run={run} /> }] : []),
          ...(isAsked ? [{ term: t('confirm.asked'), value: <Asked run={run} />, ...unreached }] : []),
          ...(run.deadline !== null && !run.decision
            ? [{ term: t('confirm.deadline'), value: dateTime(run.deadline), small: utc(run.deadline) }]
            : []),
          ...decisionTerm(run),
        ]}
      />
      <ReassignButton run={run} />
    </Tile>
  );
};
