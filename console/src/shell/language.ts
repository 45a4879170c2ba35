import { useTranslation } from 'react-i18next';
import { languages, type Language } from './languages.ts';

const KEY = 'freigabe.language';

const known = (tag: string | null | undefined): Language | undefined =>
  languages.find((language) => tag?.toLowerCase().startsWith(language));

/** The language that was chosen before, else the browser's first that we speak, else English. */
export const startLanguage = (): Language =>
  known(localStorage.getItem(KEY)) ?? navigator.languages.map(known).find((tag) => tag !== undefined) ?? 'en';

/** The language that is shown, and the switch. */
export const useLanguage = (): { language: Language; choose: (language: Language) => void } => {
  const { i18n } = useTranslation();
  const choose = (language: Language): void => {
    localStorage.setItem(KEY, language);
    document.documentElement.lang = language;
    void i18n.changeLanguage(language);
  };
  return { language: known(i18n.language) ?? 'en', choose };
};
