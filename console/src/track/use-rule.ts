import { useLingui } from '@lingui/react';
import { isWordKey } from '../shell/i18n.ts';
import { useReason } from '../shell/use-reason.ts';

/** By which rule it was judged who opened or clicked (`name@version`, domain/model/classify.ts), or why a mail bounced. */
export const useRule = (): ((rule: string) => string) => {
  const { _: t } = useLingui();
  const reasonOf = useReason();
  return (rule) => {
    const key = `track.rule.${rule.split('@')[0]}`;
    return isWordKey(key) ? t(key) : reasonOf(rule);
  };
};
