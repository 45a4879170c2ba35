import { useLingui } from '@lingui/react';
import { chooseLanguage, shownLanguage } from './i18n.ts';
import type { Language } from './languages.ts';

/** The language that is shown, and the switch. */
export const useLanguage = (): { language: Language; choose: (language: Language) => void } => {
  useLingui();
  return {
    language: shownLanguage(),
    // Words that do not arrive leave the page in the language that it has.
    choose: (language) => void chooseLanguage(language).catch(() => undefined),
  };
};
