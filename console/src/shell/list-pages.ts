/** A list that is looked at is asked for again so often. */
export const ASK_AGAIN_MS = 30_000;

/** The address of a page of a list; an empty cursor means the first one. */
export const pageAfter = (path: string, query: string, cursor: string): string => {
  const params = new URLSearchParams(query);
  if (cursor !== '') params.set('cursor', cursor);
  const asked = params.toString();
  return asked === '' ? path : `${path}?${asked}`;
};
