import { useLingui } from '@lingui/react';
import { isWordKey } from './i18n.ts';

/** A reason in words; one that has none stands as it came. */
export const useReason = (): ((reason: string) => string) => {
  const { _: t } = useLingui();
  return (reason) => {
    const key = `track.reason.${reason}`;
    return isWordKey(key) ? t(key) : reason;
  };
};
