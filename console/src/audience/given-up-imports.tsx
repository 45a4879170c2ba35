import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../shell/format.ts';
import { Notice } from '../shell/notice.tsx';
import { useGivenUpImports } from './list-queries.ts';

/** Whoever prepares learns that a list is not what somebody meant it to be. */
export const GivenUpImports = (): ReactNode => {
  const { t } = useTranslation();
  const { number, dateTime } = useFormat();
  const { data: givenUp = [] } = useGivenUpImports();
  return givenUp.map(({ list, rows, written, givenUpAt }) => (
    <Notice key={list} tone="warn" title={t('prepare.import.givenUp', { list, at: dateTime(givenUpAt) })}>
      <p>
        {written === null
          ? t('prepare.import.givenUpUnknown', { rows: number(rows) })
          : t('prepare.import.givenUpRows', { rows: number(rows), written: number(written) })}
      </p>
    </Notice>
  ));
};
