import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { ChoiceField } from '../shell/choice-field.tsx';

const languages = ['en', 'de'] as const;
type Language = (typeof languages)[number];

type Props = { label: string; language: Language; onChange: (language: Language) => void };

/** In which language somebody is written to. */
export const LanguageField = ({ label, language, onChange }: Props): ReactNode => {
  const { _: t } = useLingui();
  const options = languages.map((value) => ({ value, label: t(`people.language.${value}`) }));
  return <ChoiceField label={label} value={language} options={options} onChange={onChange} />;
};
