import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { ProfileDetail } from '../../../domain/model/profile-detail.ts';
import { useFormat } from '../shell/format.ts';
import { Icon } from '../shell/icon.tsx';
import { ReasonedAct } from './reasoned-act.tsx';
import { useReason } from '../shell/use-reason.ts';
import { useTopicName } from '../shell/audience-text.ts';

type Answer = { isYes: boolean; verdict: string; why: string };

const useAnswer = ({ profile, standing, addressOptOut, onSuppressionList }: ProfileDetail): Answer => {
  const { _: t } = useLingui();
  const { dateTime } = useFormat();
  const reasonOf = useReason();
  const no = (
    cause: 'noAddress' | 'optedOut' | 'addressOptedOut' | 'suppressed' | 'quarantined',
    facts = {},
  ): Answer => ({
    isYes: false,
    verdict: t(`track.mailable.${cause}`),
    why: t(`track.mailable.${cause}Why`, facts),
  });
  const { optedOut, erasedAt } = profile;
  if (profile.address.trim() === '' && erasedAt === undefined) return no('noAddress');
  if (optedOut) return no('optedOut', { at: dateTime(optedOut.at), source: t(`track.source.${optedOut.source}`) });
  if (addressOptOut) {
    const { at, source } = addressOptOut;
    return no('addressOptedOut', { at: dateTime(at), source: t(`track.source.${source}`) });
  }
  if (onSuppressionList) return no('suppressed');
  const quarantine = standing?.quarantine;
  if (quarantine) return no('quarantined', { at: dateTime(quarantine.since), reason: reasonOf(quarantine.reason) });
  return { isYes: true, verdict: t('track.mailable.yes'), why: t('track.mailable.yesWhy') };
};

/** Yes or no first, then the rule. */
export const Mailable = ({ detail }: { detail: ProfileDetail }): ReactNode => {
  const { _: t } = useLingui();
  const nameOf = useTopicName();
  const { isYes, verdict, why } = useAnswer(detail);
  const { id, optedOut, erasedAt } = detail.profile;
  const { addressOptOut, leftTopics } = detail;
  const isOut = erasedAt === undefined && (optedOut !== undefined || addressOptOut !== null || leftTopics.length > 0);
  return (
    <div className={`notice ${isYes ? 'info' : 'warn'}`}>
      <Icon name={isYes ? 'ok' : 'warn'} />
      <div>
        <p>
          <b>{verdict}</b>
        </p>
        <p>{why}</p>
        {leftTopics.length > 0 && (
          <p>{t('track.mailable.leftTopics', { topics: leftTopics.map(nameOf).join(', ') })}</p>
        )}
        {isOut && <ReasonedAct act="consent" profileId={id} />}
        {!isYes && detail.standing?.quarantine && <ReasonedAct act="release" profileId={id} />}
      </div>
    </div>
  );
};
