import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { useFormat } from '../shell/format.ts';
import { Notice } from '../shell/notice.tsx';
import { useGivenUpImports, useUnreadableLists } from './list-queries.ts';

/** Whoever prepares learns that a list is not what somebody meant it to be. */
export const GivenUpImports = (): ReactNode => {
  const { _: t } = useLingui();
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

/** A list that is missing here was not lost. */
export const UnreadableLists = (): ReactNode => {
  const { _: t } = useLingui();
  const { data: lists = [] } = useUnreadableLists();
  if (lists.length === 0) return undefined;
  return <Notice tone="warn" title={t('prepare.import.unreadable', { lists: lists.join(', ') })} />;
};
