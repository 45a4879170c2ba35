import { chooseLanguage } from './i18n.ts';
import type { Language } from './languages.ts';
import { useTranslation } from './translation.tsx';

/** The language that is shown, and the switch. */
export const useLanguage = (): { language: Language; choose: (language: Language) => void } => ({
  language: useTranslation().language,
  // Words that do not arrive leave the page in the language that it has.
  choose: (language) => void chooseLanguage(language).catch(() => undefined),
});
