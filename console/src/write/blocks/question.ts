/** What a condition of Liquid asks of one value; values of people are texts. */
export const operators = ['filled', 'empty', 'is', 'isNot', 'contains', 'more', 'less'] as const;
export type Operator = (typeof operators)[number];
export type Question = { column: string; operator: Operator; value: string };

const signs = { is: '==', isNot: '!=', contains: 'contains', more: '>', less: '<' } as const;
const isSign = (operator: Operator): operator is keyof typeof signs => operator in signs;

/** It asks for a value to compare with. */
export const hasValue = isSign;

const number = /^-?\d+(\.\d+)?$/;
const isOfNumbers = (operator: Operator): boolean => operator === 'more' || operator === 'less';

/** A number where more or less is asked, else a text without what would end the code it stands in. */
export const canAsk = ({ operator }: Question, value: string): boolean =>
  isOfNumbers(operator) ? number.test(value) : !/%\}|<|".*'|'.*"/.test(value);

const inQuotes = (value: string): string => (value.includes('"') ? `'${value}'` : `"${value}"`);

export const conditionOf = ({ column, operator, value }: Question): string => {
  if (operator === 'filled') return column;
  if (operator === 'empty') return `${column} == ""`;
  const asked = isOfNumbers(operator) ? (number.test(value) ? value : '0') : inQuotes(value);
  return `${column} ${signs[operator]} ${asked}`;
};

const pattern = /^([a-z_][\w-]*)(?:\s+(==|!=|>|<|contains)\s+(?:"([^"]*)"|'([^']*)'|(-?\d+(?:\.\d+)?)))?$/i;

/** Undefined: it asks for more than one value, or in a way that has no name here. */
export const questionOf = (condition: string): Question | undefined => {
  const [whole, column, sign, double, single, digits] = pattern.exec(condition.trim()) ?? [];
  if (whole === undefined || column === undefined) return undefined;
  if (sign === undefined) return { column, operator: 'filled', value: '' };
  const value = double ?? single ?? digits ?? '';
  if (sign === '==' && value === '') return { column, operator: 'empty', value };
  const operator = operators.find((one) => isSign(one) && signs[one] === sign);
  if (operator === undefined || isOfNumbers(operator) !== (digits !== undefined)) return undefined;
  return { column, operator, value };
};
