import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const languages = ['en', 'de'] as const;
type Language = (typeof languages)[number];

type Props = { label: string; language: Language; onChange: (language: Language) => void };

/** In which language somebody is written to. */
export const LanguageField = ({ label, language, onChange }: Props): ReactNode => {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="lab">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={language}
        onChange={({ target }) => onChange(target.value === 'de' ? 'de' : 'en')}
      >
        {languages.map((each) => (
          <option key={each} value={each}>
            {t(`people.language.${each}`)}
          </option>
        ))}
      </select>
    </div>
  );
};
