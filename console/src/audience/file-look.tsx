import { useLingui } from '@lingui/react';
import { useId, type ReactNode } from 'react';
import type { ImportLook } from '../../../domain/audience/api.ts';
import { csvEncodings, type CsvEncoding } from '../../../domain/audience/decode-csv.ts';
import { Disclosure } from '../shell/disclosure.tsx';
import { useFormat } from '../shell/format.ts';

/** How the bytes are read, as somebody chose it; nothing: as the file says. */
export type ReadAs = { encoding?: CsvEncoding; sheet?: string };

type ChoiceProps = { look: ImportLook; onRead: (as: ReadAs) => void };

const EncodingField = ({ look, onRead }: ChoiceProps): ReactNode => {
  const { _: t } = useLingui();
  const id = useId();
  if (look.encoding === null) return null;
  return (
    <div className="lab">
      <label htmlFor={id}>{t('prepare.import.look.encoding')}</label>
      <select
        id={id}
        className="input"
        value={look.encoding}
        onChange={({ target }) => {
          const encoding = csvEncodings.find((one) => one === target.value);
          onRead(encoding ? { encoding } : {});
        }}
      >
        {csvEncodings.map((encoding) => (
          <option key={encoding}>{encoding}</option>
        ))}
      </select>
      <span>{t('prepare.import.look.encodingHint')}</span>
    </div>
  );
};

const SheetField = ({ look: { sheet, sheets }, onRead }: ChoiceProps): ReactNode => {
  const { _: t } = useLingui();
  const id = useId();
  if (sheet === null || sheets.length < 2) return null;
  return (
    <div className="lab">
      <label htmlFor={id}>{t('prepare.import.look.sheet')}</label>
      <select id={id} className="input" value={sheet} onChange={({ target }) => onRead({ sheet: target.value })}>
        {sheets.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </div>
  );
};

const FirstRows = ({ look: { columns, rows } }: { look: ImportLook }): ReactNode => {
  const { _: t } = useLingui();
  return (
    <Disclosure summary={t('prepare.import.look.rows')}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={t('prepare.import.look.rows')}>
        <table className="tbl">
          <thead>
            <tr>
              {columns.map(({ header }, index) => (
                <th key={`${index} ${header}`} scope="col">
                  {header || '–'}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, line) => (
              <tr key={`${line} ${row[0]}`}>
                {columns.map(({ header }, index) => (
                  <td key={`${index} ${header}`}>{row[index] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Disclosure>
  );
};

/** What a file is taken for: its first rows, and how its bytes are read. */
export const FileLook = ({ look, onRead }: ChoiceProps): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  return (
    <>
      {look.damagedLines.length > 0 && (
        <p className="wrong">{t('prepare.import.look.damaged', { lines: look.damagedLines.map(number).join(', ') })}</p>
      )}
      {look.hiddenRows > 0 && <p>{t('prepare.import.look.hidden', { n: number(look.hiddenRows) })}</p>}
      <EncodingField look={look} onRead={onRead} />
      <SheetField look={look} onRead={onRead} />
      <FirstRows look={look} />
    </>
  );
};
