import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunView } from '../../../domain/model/run-view.ts';
import { useFormat } from '../shell/format.ts';
import { useLanguageName } from '../shell/language-names.ts';

/** In which languages a run is written, with the subject and for how many people each. */
export const LanguageTable = ({ run }: { run: RunView }): ReactNode => {
  const { t } = useTranslation();
  const { number } = useFormat();
  const nameOf = useLanguageName();
  if (run.variants.length === 0) return null;
  return (
    <table className="tbl">
      <caption className="vh">{t('prepare.languages')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('prepare.languages.language')}</th>
          <th scope="col">{t('prepare.languages.subject')}</th>
          <th scope="col">{t('prepare.languages.recipients')}</th>
        </tr>
      </thead>
      <tbody>
        {run.variants.map(({ id, language, subject, recipients }) => (
          <tr key={id ?? ''}>
            <th scope="row">
              {id === null ? t('prepare.languages.rest', { language: nameOf(language) }) : nameOf(language)}
            </th>
            <td lang={language}>{subject}</td>
            <td className="num">{number(recipients)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
