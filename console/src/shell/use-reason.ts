import { useTranslation } from './translation.tsx';

/** A reason in words; one that has none stands as it came. */
export const useReason = (): ((reason: string) => string) => {
  const { t, exists } = useTranslation();
  return (reason) => {
    const key = `track.reason.${reason}`;
    return exists(key) ? t(key) : reason;
  };
};
