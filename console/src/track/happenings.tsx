import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { Happening, HistoryLine } from '../../../domain/track/api.ts';
import { BounceReason } from '../../../domain/model/profile.ts';
import { useFormat } from '../shell/format.ts';
import { useReason } from '../shell/use-reason.ts';
import { useRule } from './use-rule.ts';

/** What stands beside a happening: who did it and by which rule, the link, or why it failed. */
const useNote = (): ((happening: Happening) => string) => {
  const { _: t } = useLingui();
  const reasonOf = useReason();
  const ruleOf = useRule();
  return ({ actorClass, rule, label, link, status }) => {
    const reason = BounceReason.safeParse(rule);
    const by =
      actorClass === null
        ? ''
        : t('track.happened.by', { who: t(`track.actor.${actorClass}`), rule: ruleOf(rule ?? '') });
    const why = actorClass === null && reason.success ? reasonOf(reason.data) : '';
    return [label ?? link, by, why, status].filter((part) => part !== null && part !== '').join(' · ');
  };
};

/** What happened to one message, earliest first. */
export const Happenings = ({ line }: { line: HistoryLine }): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  const noteOf = useNote();
  if (line.happenings.length === 0) return null;
  return (
    <ul className="calc">
      {line.happenings.map((happening, index) => (
        <li key={`${happening.at}-${happening.kind}-${index}`}>
          <time dateTime={happening.at}>{dateTime(happening.at)}</time>
          <span>
            {t(`track.kind.${happening.kind}`)} <small className="muted">{noteOf(happening)}</small>
          </span>
        </li>
      ))}
    </ul>
  );
};
