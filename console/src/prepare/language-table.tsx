import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { RunView } from '../../../domain/model/run-view.ts';
import { useFormat } from '../shell/format.ts';
import { useVariantName } from '../shell/variant-name.ts';

/** In which languages a run is written, or which contents are tested, with the subject and for how many people each. */
export const LanguageTable = ({ run }: { run: RunView }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const nameOf = useVariantName();
  if (run.variants.length === 0) return null;
  const { abTest } = run.schedule;
  return (
    <table className="tbl">
      <caption className="vh">{t(abTest ? 'abTest.variants' : 'prepare.languages')}</caption>
      <thead>
        <tr>
          <th scope="col">{t(abTest ? 'abTest.variants.variant' : 'prepare.languages.language')}</th>
          <th scope="col">{t('prepare.languages.subject')}</th>
          <th scope="col">{t('prepare.languages.recipients')}</th>
        </tr>
      </thead>
      <tbody>
        {run.variants.map(({ id, language, subject, recipients }, place) => (
          <tr key={id ?? ''}>
            <th scope="row">
              {id === null && !abTest
                ? t('prepare.languages.rest', { language: nameOf({ id, language }, place) })
                : nameOf({ id, language }, place)}
            </th>
            <td {...(language !== '' && { lang: language })}>{subject}</td>
            <td className="num">{number(recipients)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
