import { useTranslation } from 'react-i18next';
import { isWordKey } from './i18n.ts';

/** A reason in words; one that has none stands as it came. */
export const useReason = (): ((reason: string) => string) => {
  const { t } = useTranslation();
  return (reason) => {
    const key = `track.reason.${reason}`;
    return isWordKey(key) ? t(key) : reason;
  };
};
