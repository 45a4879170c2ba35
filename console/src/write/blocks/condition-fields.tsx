import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { Block } from './block-tree.ts';
import { markIn } from './condition-marks.ts';
import { ChoiceField } from '../../shell/choice-field.tsx';
import { LineField } from './fields.tsx';
import type { Path } from './paths.ts';
import { canAsk, conditionOf, hasValue, operators, questionOf, type Question } from './question.ts';
import { useBlocks } from './use-blocks.ts';

/** What Liquid can write without brackets. */
const isName = /^[a-z_][\w-]*$/i;
const endsCode = /%\}|<\S/;

type Props = { block: Block; path: Path };

/** Whom a condition asks for: by one column, or as it is written in Liquid. */
export const ConditionFields = ({ block, path }: Props): ReactNode => {
  const { _: t } = useLingui();
  const { source, columns, write } = useBlocks();
  const found = markIn(source, block.element);
  if (!found) return null;
  const put = (condition: string): boolean =>
    condition.trim() !== '' &&
    !endsCode.test(condition) &&
    write(path, 'condition', (now, { element }) => {
      const mark = markIn(now, element);
      return mark ? [{ from: mark.from, to: mark.to, put: ` ${condition} ` }] : [];
    });
  const question = questionOf(found.condition);
  const names = columns.map(({ name }) => name);
  if (!question || found.mark !== 'if')
    return <LineField label={t('write.blocks.condition')} value={found.condition} options={names} onChange={put} />;
  const change = (next: Partial<Question>): boolean => put(conditionOf({ ...question, ...next }));
  const choices = operators.map((value) => ({ value, label: t(`write.blocks.operator.${value}`) }));
  return (
    <>
      <LineField
        label={t('write.blocks.column')}
        value={question.column}
        options={names}
        onChange={(column) => isName.test(column) && change({ column })}
      />
      <ChoiceField
        label={t('write.blocks.operator')}
        value={question.operator}
        options={choices}
        onChange={(operator) => void change({ operator: operators.find((one) => one === operator) ?? 'filled' })}
      />
      {hasValue(question.operator) && (
        <LineField
          label={t('write.blocks.value')}
          value={question.value}
          onChange={(value) => canAsk(question, value) && change({ value })}
        />
      )}
    </>
  );
};
