/**
 * Half of a character that takes two UTF-16 units has no UTF-8, so neither DynamoDB nor a mail can hold it; JSON can
 * (`"\ud800"`).
 */

/** Names of the fields of a parsed request that hold one, such as `content.subject`; a name that holds one is named by where it is. */
export const halvesIn = (value: unknown, path: readonly string[] = []): string[] => {
  if (typeof value === 'string') return value.isWellFormed() ? [] : [path.join('.')];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name.isWellFormed() ? halvesIn(inner, [...path, name]) : [path.join('.')],
  );
};

/** The beginning of a text, at most so many UTF-16 units, of whole characters. */
export const beginningOf = (text: string, length: number): string => {
  const cut = text.slice(0, length);
  return (length < text.length && /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut).toWellFormed();
};
