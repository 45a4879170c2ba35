import { useMemo } from 'react';
import { useLanguage } from './language.ts';

/** A language of mails by its name in the language that is shown; one that has none by its tag. */
export const useLanguageName = (): ((tag: string) => string) => {
  const { language } = useLanguage();
  return useMemo(() => {
    const names = new Intl.DisplayNames([language], { type: 'language' });
    return (tag) => {
      try {
        return names.of(tag) ?? tag;
      } catch {
        return tag;
      }
    };
  }, [language]);
};
