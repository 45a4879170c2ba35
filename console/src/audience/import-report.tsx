import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { ColumnUse, ImportReport } from '../../../domain/audience/api.ts';
import { beginningOf } from '../../../domain/values/whole-characters.ts';
import { useFormat } from '../shell/format.ts';
import { SaveRejections } from './save-rejections.tsx';

const SHOWN = 5;
/** Of a value: as many as stand in a line. */
const SIGNS = 40;

/** Columns that say the same otherwise. */
const besides: Partial<Record<ColumnUse['as'], ColumnUse['as']>> = { optedOut: 'optedIn', tracking: 'trackingOptOut' };

/** What became of a file, and how its columns were understood. */
export const Report = ({ report }: { report: ImportReport }): ReactNode => {
  const { _: t } = useLingui();
  const { number, day, allOf } = useFormat();
  const valuesOf = ({
    columns,
    header,
    bytes,
    most,
    erasedAt,
    name,
    into,
  }: ImportReport['rejections'][number]['facts']) => ({
    columns: number(Number(columns)),
    header: number(Number(header)),
    bytes: number(Number(bytes)),
    most: number(Number(most)),
    name: String(name ?? '–'),
    into: String(into ?? '–'),
    date: erasedAt === undefined ? '–' : day(String(erasedAt)),
  });
  const columnsAs = (use: ColumnUse['as']): string =>
    allOf(report.columns.filter(({ as }) => as === use || as === besides[use]).map(({ header }) => header || '–'));
  const { id, list, encoding, accepted, rejected, rows, rejections, unread } = report;
  return (
    <output className="small">
      {t('prepare.import.done', { accepted: number(accepted), rows: number(rows), rejected: number(rejected), list })}
      {encoding !== null && !encoding.startsWith('utf-') && <p>{t('prepare.import.encoding', { encoding })}</p>}
      {(['optedOut', 'quarantined', 'tracking', 'notTaken'] as const)
        .filter((use) => columnsAs(use) !== '')
        .map((use) => (
          <p key={use}>{t(`prepare.import.${use}`, { columns: columnsAs(use) })}</p>
        ))}
      {unread.map(({ name, type, count, lines }) => (
        <p key={name}>
          {t('prepare.import.unread', {
            name,
            type: t(`prepare.import.type.${type}`),
            n: number(count),
            lines: lines.map(number).join(', '),
          })}
        </p>
      ))}
      <ul>
        {rejections.slice(0, SHOWN).map(({ line, code, facts, column, value = '' }) => (
          <li key={line}>
            {column === undefined
              ? t('prepare.import.line', { line: number(line) })
              : t('prepare.import.cell', { line: number(line), column, value: beginningOf(value, SIGNS) })}{' '}
            {t(`prepare.import.cause.${code}`, valuesOf(facts))}
          </li>
        ))}
      </ul>
      {rejected > SHOWN && t('prepare.import.more', { n: number(rejected - SHOWN) })}
      {id !== null && <SaveRejections id={id} list={list} />}
    </output>
  );
};
