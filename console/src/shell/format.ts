import { useMemo } from 'react';
import { formatIn, type Format } from './format-in.ts';
import { useLanguage } from './language.ts';

/** Numbers and times in the language that is shown. */
export const useFormat = (): Format => {
  const { language } = useLanguage();
  return useMemo(() => formatIn(language), [language]);
};
