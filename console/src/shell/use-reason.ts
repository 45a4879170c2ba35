import { useTranslation } from 'react-i18next';
import { BounceReason } from '../../../domain/model/profile.ts';

/** A reason in words; one that has none stands as it came. */
export const useReason = (): ((reason: string) => string) => {
  const { t } = useTranslation();
  return (reason) => {
    if (reason === 'notRenderable') return t('track.reason.notRenderable');
    const known = BounceReason.safeParse(reason);
    return known.success ? t(`track.reason.${known.data}`) : reason;
  };
};
