/** What our own server wrote: it is of this type, since the server put it through the schema of the type before. */
// oxlint-disable-next-line typescript/no-unsafe-return, typescript/no-unnecessary-type-parameters -- the schemas are too large for every page
export const answerOf = <Answer>(text: string): Answer => JSON.parse(text);
