import { useLingui } from '@lingui/react';
import { useId, type ReactNode } from 'react';
import type { ProposedColumn } from '../../../domain/audience/api.ts';
import { useFormat } from '../shell/format.ts';
import { TrackedTopic } from './tracked-topic.tsx';
import {
  choices,
  chosenOf,
  isAttribute,
  isOfTracking,
  isWrong,
  withChoice,
  type Chosen,
  type ChosenColumns,
} from './column-choice.ts';

type ColumnProps = {
  column: ProposedColumn;
  /** The first cells that hold something. */
  cells: string[];
  chosen: Chosen | undefined;
  onChange: (chosen: Chosen) => void;
};

const ColumnNotes = ({ column, isChosen }: { column: ProposedColumn; isChosen: boolean }): ReactNode => {
  const { _: t } = useLingui();
  const { number, allOf } = useFormat();
  const { as, seen, unread, isRemembered } = column;
  if (isChosen) return null;
  if (as === 'unclear') {
    const words = allOf(seen.map(({ word, count }) => `${number(count)} × ${word === '' ? '–' : word}`));
    return <b className="wrong">{t('prepare.import.look.unclear', { words })}</b>;
  }
  if (unread > 0) return t('prepare.import.look.unread', { n: number(unread) });
  return isRemembered ? t('prepare.import.look.remembered') : null;
};

const ColumnField = ({ column, cells, chosen, onChange }: ColumnProps): ReactNode => {
  const { _: t } = useLingui();
  const id = useId();
  const shown = chosenOf(column, chosen);
  const { choice, name } = shown;
  const header = column.header || '–';
  const isOpen = choice === 'unclear' || choice === 'notTaken';
  return (
    <li className="condition">
      <div className="lab column">
        <label htmlFor={`${id}-as`}>{header}</label>
        <span>{cells.join(' · ') || '–'}</span>
      </div>
      <select
        id={`${id}-as`}
        className="input"
        value={choice}
        aria-describedby={`${id}-notes`}
        aria-invalid={choice === 'unclear'}
        onChange={({ target }) => {
          const picked = choices.find((one) => one === target.value);
          if (picked) onChange(withChoice(column, picked));
        }}
      >
        {isOpen && <option value={choice}>{t(`prepare.import.as.${choice}`)}</option>}
        {choices.map((one) => (
          <option key={one} value={one}>
            {t(`prepare.import.as.${one}`)}
          </option>
        ))}
      </select>
      {isAttribute(choice) && (
        <input
          className="input"
          value={name}
          aria-label={t('prepare.import.look.name', { column: header })}
          aria-invalid={chosen !== undefined && isWrong(column, shown)}
          onChange={({ target }) => onChange({ choice, name: target.value })}
        />
      )}
      {isOfTracking(choice) && (
        <TrackedTopic
          label={t('prepare.import.look.topic', { column: header })}
          topic={shown.topic ?? ''}
          onChange={(topic) => onChange({ choice, name, ...(topic !== '' && { topic }) })}
        />
      )}
      <span id={`${id}-notes`} className="small">
        <ColumnNotes column={column} isChosen={chosen !== undefined} />
      </span>
    </li>
  );
};

const SHOWN_CELLS = 3;
const CELL_SIGNS = 30;

type Props = {
  columns: readonly ProposedColumn[];
  rows: readonly (readonly string[])[];
  chosen: ChosenColumns;
  onChange: (index: number, chosen: Chosen) => void;
};

/** What each column becomes, one under the other, so that it works on a telephone and by keyboard. */
export const ColumnFields = ({ columns, rows, chosen, onChange }: Props): ReactNode => {
  const { _: t } = useLingui();
  const cellsOf = (index: number): string[] =>
    rows
      .map((row) => (row[index] ?? '').trim().slice(0, CELL_SIGNS))
      .filter((cell) => cell !== '')
      .slice(0, SHOWN_CELLS);
  return (
    <fieldset className="conditions">
      <legend>{t('prepare.import.look.columns')}</legend>
      <p className="small muted">{t('prepare.import.look.columnsHint')}</p>
      <ul>
        {columns.map((column, index) => (
          <ColumnField
            key={`${index} ${column.header}`}
            column={column}
            cells={cellsOf(index)}
            chosen={chosen.get(index)}
            onChange={(one) => onChange(index, one)}
          />
        ))}
      </ul>
    </fieldset>
  );
};
