import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { CalendarDay } from '../../../domain/schedule/calendar-api.ts';
import { useFormat } from '../shell/format.ts';
import { Icon } from '../shell/icon.tsx';

/** `quota`: messages that SES lets the account send in 24 hours; null: it sets no limit, or is not known. */
export type DayProps = { day: CalendarDay; quota: number | null };

export const isOverQuota = ({ day, quota }: DayProps): boolean => quota !== null && day.messages > quota;

const Planned = ({ day, quota }: DayProps): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const { sends, messages, estimated, uncounted } = day;
  if (sends === 0) return null;
  return (
    <p className="muted">
      {t('calendar.sends', { count: sends, n: number(sends) })}{' '}
      {quota === null
        ? t('calendar.planned', { count: messages, n: number(messages) })
        : t('calendar.plannedOf', { count: messages, n: number(messages), quota: number(quota) })}{' '}
      {estimated > 0 && t('calendar.estimated', { count: estimated, n: number(estimated) })}{' '}
      {uncounted > 0 && t('calendar.uncounted', { count: uncounted, n: number(uncounted) })}
    </p>
  );
};

const Collisions = ({ day: { collisions, collidingLists } }: Pick<DayProps, 'day'>): ReactNode => {
  const { _: t } = useLingui();
  const { number, allOf } = useFormat();
  const rest = collidingLists - collisions.length;
  return (
    <>
      {collisions.map(({ list, sends, campaigns }) => (
        <p key={list} className="warned">
          <Icon name="warn" />
          {list === ''
            ? t('calendar.collisionOfAll', { n: number(sends), names: allOf(campaigns.map(({ name }) => name)) })
            : t('calendar.collision', { list, n: number(sends), names: allOf(campaigns.map(({ name }) => name)) })}
        </p>
      ))}
      {rest > 0 && <p className="warned">{t('calendar.moreCollisions', { count: rest, n: number(rest) })}</p>}
    </>
  );
};

/** What of a day is to be said of all of it. */
export const DayNotes = ({ day, quota }: DayProps): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  return (
    <>
      <Planned day={day} quota={quota} />
      {isOverQuota({ day, quota }) && (
        <p className="warned">
          <Icon name="warn" />
          {t('calendar.overQuota', { quota: number(quota ?? 0) })}
        </p>
      )}
      <Collisions day={day} />
    </>
  );
};
