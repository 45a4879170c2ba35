import { useLingui } from '@lingui/react';
import { useId, type ReactNode } from 'react';
import {
  answers,
  behaviours,
  comparisons,
  Condition,
  memberships,
  orders,
  presences,
  segmentMemberships,
} from '../../../domain/model/audience-filter.ts';
import {
  conditionOf,
  emptyCondition,
  partsOf,
  type AudienceDraft,
  type ConditionDraft,
} from '../form/draft-audience.ts';
import { useConditionText } from '../shell/audience-text.ts';
import { MessagesFields, SegmentField } from './behaviour-fields.tsx';
import type { FieldName } from '../form/field-names.ts';

/** What the conditions of a campaign and those of a segment work on. */
type AudiencePart = {
  draft: Pick<AudienceDraft, 'join' | 'conditions'>;
  wrong: readonly FieldName[];
  onChange: (change: Partial<AudienceDraft>) => void;
};

const questions = [
  ...comparisons,
  'oneOf',
  ...presences,
  ...answers,
  ...orders,
  ...memberships,
  ...behaviours,
  ...segmentMemberships,
] as const;

type RowProps = {
  row: ConditionDraft;
  /** What can be asked. */
  asked: readonly (typeof questions)[number][];
  lists: string[];
  isWrong: boolean;
  onChange: (change: Partial<ConditionDraft>) => void;
  onRemove: () => void;
};

/** One that the form shows as it is. */
const HeldRow = ({ held, onRemove }: { held: Condition; onRemove: () => void }): ReactNode => {
  const { _: t } = useLingui();
  const conditionText = useConditionText();
  return (
    <li className="condition">
      <span>{conditionText(held)}</span>
      <button className="btn slim" type="button" onClick={onRemove}>
        {t('prepare.filter.remove')}
      </button>
    </li>
  );
};

const ConditionRow = ({ row, asked, lists, isWrong, onChange, onRemove }: RowProps): ReactNode => {
  const { _: t } = useLingui();
  const id = useId();
  const parts = partsOf(row.is);
  const shared = { className: 'input', 'aria-invalid': isWrong, 'aria-describedby': `${id}-more` };
  return (
    <li className="condition">
      {parts.attribute && (
        <input
          {...shared}
          value={row.attribute}
          aria-label={t('prepare.filter.attribute')}
          placeholder={t('prepare.filter.attribute')}
          onChange={({ target }) => onChange({ attribute: target.value })}
        />
      )}
      <select
        className="input"
        value={row.is}
        aria-label={t('prepare.filter.question')}
        onChange={({ target }) =>
          onChange({ is: asked.find((is) => is === target.value) ?? row.is, named: '', called: '' })
        }
      >
        {asked.map((is) => (
          <option key={is} value={is}>
            {t(`prepare.filter.is.${is}`)}
          </option>
        ))}
      </select>
      {parts.messages && <MessagesFields row={row} shared={shared} onChange={onChange} />}
      {parts.segment && <SegmentField row={row} shared={shared} onChange={onChange} />}
      {parts.value && (
        <input
          {...shared}
          value={row.value}
          aria-label={t('prepare.filter.value')}
          placeholder={t(row.is === 'oneOf' ? 'prepare.filter.values' : 'prepare.filter.value')}
          onChange={({ target }) => onChange({ value: target.value })}
        />
      )}
      {parts.list && (
        <select
          {...shared}
          value={row.inList}
          aria-label={t('prepare.form.list')}
          onChange={({ target }) => onChange({ inList: target.value })}
        >
          {['', ...new Set([...lists, row.inList].filter((list) => list !== ''))].map((list) => (
            <option key={list} value={list}>
              {list || t('prepare.form.chooseList')}
            </option>
          ))}
        </select>
      )}
      <button className="btn slim" type="button" onClick={onRemove}>
        {t('prepare.filter.remove')}
      </button>
      <span id={`${id}-more`}>
        {isWrong && row.is !== 'anyOf' && row.is !== 'allOf' && (
          <b className="wrong">{t(`prepare.filter.wrong.${row.is}`)}</b>
        )}
      </span>
    </li>
  );
};

const JoinField = ({ draft, onChange }: AudiencePart): ReactNode => {
  const { _: t } = useLingui();
  return (
    <select
      className="input"
      value={draft.join}
      aria-label={t('prepare.filter.join')}
      onChange={({ target }) => onChange({ join: target.value === 'any' ? 'any' : 'all' })}
    >
      <option value="all">{t('prepare.filter.join.all')}</option>
      <option value="any">{t('prepare.filter.join.any')}</option>
    </select>
  );
};

/** Which profiles are meant: one row for each condition. */
export const FilterFields = ({
  lists,
  withoutSegments = false,
  ...part
}: AudiencePart & { lists: string[]; withoutSegments?: boolean }): ReactNode => {
  const { _: t } = useLingui();
  const { draft, wrong, onChange } = part;
  const { conditions } = draft;
  const asked = withoutSegments ? questions.filter((is) => !partsOf(is).segment) : questions;
  const isWrong = (row: ConditionDraft): boolean =>
    wrong.includes('filter') && !Condition.safeParse(conditionOf(row)).success;
  const changed = (row: ConditionDraft, change: Partial<ConditionDraft>): void =>
    onChange({ conditions: conditions.map((one) => (one.key === row.key ? { ...one, ...change } : one)) });
  const removed = (row: ConditionDraft): void =>
    onChange({ conditions: conditions.filter(({ key }) => key !== row.key) });
  return (
    <fieldset className="conditions">
      <legend>{t('prepare.filter')}</legend>
      <p className="small muted">{t('prepare.filter.hint')}</p>
      {conditions.length > 1 && <JoinField {...part} />}
      {conditions.length > 0 && (
        <ul>
          {conditions.map((row) =>
            row.held ? (
              <HeldRow key={row.key} held={row.held} onRemove={() => removed(row)} />
            ) : (
              <ConditionRow
                key={row.key}
                row={row}
                asked={asked}
                lists={lists}
                isWrong={isWrong(row)}
                onChange={(change) => changed(row, change)}
                onRemove={() => removed(row)}
              />
            ),
          )}
        </ul>
      )}
      {wrong.includes('filter') && conditions.length > 20 && <b className="wrong">{t('prepare.wrong.filter')}</b>}
      <div className="row">
        <button
          className="btn slim"
          type="button"
          onClick={() => onChange({ conditions: [...conditions, emptyCondition()] })}
        >
          {t('prepare.filter.add')}
        </button>
      </div>
    </fieldset>
  );
};
