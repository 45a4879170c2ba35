import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { KpiView } from '../../../domain/kpi/api.ts';
import { useFormat } from '../shell/format.ts';
import { useLanguageName } from '../shell/language-names.ts';

const sent = ['recipients', 'handedOver', 'left'] as const;
const cameBack = ['delivered', 'opened', 'clicked'] as const;

/** What each language came to: what was sent at this moment, what came back as it was published last. */
export const VariantTable = ({ view }: { view: KpiView }): ReactNode => {
  const { t } = useTranslation();
  const { number } = useFormat();
  const nameOf = useLanguageName();
  if (view.variants.length === 0) return null;
  return (
    <table className="tbl">
      <caption className="vh">{t('kpi.languages')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('prepare.languages.language')}</th>
          {[...sent, ...cameBack].map((column) => (
            <th key={column} scope="col">
              {t(`kpi.languages.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.variants.map(({ id, language, outcome, ...figures }) => (
          <tr key={id ?? ''}>
            <th scope="row">{nameOf(language)}</th>
            {sent.map((column) => (
              <td key={column} className="num">
                {number(figures[column])}
              </td>
            ))}
            {cameBack.map((column) => (
              <td key={column} className="num">
                {outcome ? number(outcome[column]) : '–'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
