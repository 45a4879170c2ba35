import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Profile, type StandingChange } from '../../../domain/model/profile.ts';
import { TrackingConsent } from '../../../domain/model/tracking-consent.ts';
import { useFormat } from '../shell/format.ts';
import { useTopicName } from '../shell/audience-text.ts';
import { Icon, type IconName } from '../shell/icon.tsx';
import { useReason } from '../shell/use-reason.ts';

const look: Record<StandingChange['kind'], { state: string; icon: IconName }> = {
  optedOut: { state: 'st-expired', icon: 'rejected' },
  optedIn: { state: 'st-finished', icon: 'ok' },
  quarantined: { state: 'st-awaiting', icon: 'warn' },
  released: { state: 'st-finished', icon: 'ok' },
  trackingGiven: { state: 'st-finished', icon: 'ok' },
  trackingRefused: { state: 'st-expired', icon: 'rejected' },
};

const Source = Profile.shape.optedOut.unwrap().shape.source;
const TrackingSource = TrackingConsent.shape.source;

/** Why it changed, in words: where an opt-out came from, what an address did, who released it and what for. */
const useNote = (): ((change: StandingChange) => string) => {
  const { _: t } = useLingui();
  const reasonOf = useReason();
  const nameOf = useTopicName();
  return ({ kind, cause, by, topic }) => {
    if (kind === 'released') return t('track.change.releasedBy', { name: by ?? '', reason: cause ?? '' });
    if (kind === 'quarantined') return cause === 'complaint' ? t('track.kind.complaint') : reasonOf(cause ?? '');
    if (kind === 'trackingGiven' || kind === 'trackingRefused') {
      const said = TrackingSource.safeParse(cause);
      const notes = [
        ...(topic === undefined ? [] : [t('track.tracking.ofTopic', { topic: nameOf(topic) })]),
        ...(said.success ? [t(`track.tracking.source.${said.data}`)] : []),
      ];
      return notes.join(', ');
    }
    const source = Source.safeParse(cause);
    return source.success ? t(`track.source.${source.data}`) : '';
  };
};

/** An entry of the timeline: from here on the profile is not written to, or is again. */
export const ChangeEntry = ({ change }: { change: StandingChange }): ReactNode => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  const noteOf = useNote();
  const { state, icon } = look[change.kind];
  return (
    <li className={state}>
      <i className="dot">
        <Icon name={icon} />
      </i>
      <div className="ev">
        <p>
          <b>{t(`track.change.${change.kind}`)}</b>
        </p>
        <small>{noteOf(change)}</small>
        <time dateTime={change.at}>{dateTime(change.at)}</time>
      </div>
    </li>
  );
};
