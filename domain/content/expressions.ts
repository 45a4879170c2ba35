import { ParseError, TypeGuards, UnlessTag, IfTag, Value, type Template, type Token } from 'liquidjs';
import { childrenOf } from './condition-tags.ts';

const { isLiteralToken, isNumberToken, isOperatorToken, isQuotedToken } = TypeGuards;

const joining = new Set(['and', 'or', 'not']);

/** Undefined: what an operator gave. */
type Operand = Token | undefined;

const isFixed = (operand: Operand): boolean =>
  isQuotedToken(operand) || isNumberToken(operand) || isLiteralToken(operand);

/** Liquid takes every text and every number for true. */
const alwaysTrue = (operand: Operand): string | undefined =>
  operand && (isQuotedToken(operand) || isNumberToken(operand))
    ? `${operand.getText()} by itself is always true: write each comparison out, such as city == "Bonn" or city == "Ulm"`
    : undefined;

const badOperands = (operator: string, operands: readonly Operand[]): string | undefined => {
  if (joining.has(operator)) return operands.map(alwaysTrue).find((problem) => problem !== undefined);
  return operands.every(isFixed) && operands.some((operand) => isQuotedToken(operand))
    ? 'both sides are fixed: the name of a column stands without quotes'
    : undefined;
};

const unfinished =
  'a part of it would be left out: between two values stands ==, !=, >, <, >=, <= or contains, between two comparisons "and" or "or"';

/** What is behind the comma would be left out. */
const hasDecimalComma = (token: Token): boolean =>
  isNumberToken(token) && /^,\d/.test(token.input.slice(token.end, token.end + 2));

/** Why Liquid would silently make something else of an expression than it says. */
const problemOf = ({ initial: { postfix }, filters }: Value, isCondition: boolean): string | undefined => {
  const stack: Operand[] = [];
  if (postfix.some(hasDecimalComma)) return 'numbers have a decimal point: write 12.5, not 12,5';
  for (const token of postfix) {
    if (!isOperatorToken(token)) {
      stack.push(token);
      continue;
    }
    const needed = token.operator === 'not' ? 1 : 2;
    if (stack.length < needed) return unfinished;
    const problem = badOperands(token.operator, stack.splice(-needed));
    if (problem !== undefined) return problem;
    stack.push(undefined);
  }
  if (stack.length > 1) return unfinished;
  if (filters.length > 0 && postfix.some((token) => isOperatorToken(token)))
    return 'a filter behind a comparison changes its answer, not the value: assign the value first';
  return isCondition ? alwaysTrue(stack[0]) : undefined;
};

/** @throws ParseError for an expression that Liquid reads, and in which it leaves out what it does not understand */
export const refuseMisread = (templates: readonly Template[]): void => {
  const waiting = [...templates];
  for (let template = waiting.pop(); template; template = waiting.pop()) {
    const isCondition = template instanceof IfTag || template instanceof UnlessTag;
    for (const argument of template.arguments?.() ?? []) {
      const problem = argument instanceof Value ? problemOf(argument, isCondition) : undefined;
      if (problem !== undefined) throw new ParseError(new Error(problem), template.token);
    }
    for (const child of childrenOf(template)) waiting.push(child);
  }
};
