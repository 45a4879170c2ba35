/** What everybody gets who is not in the test: the content that wins. No variant may have this id. */
export const WINNER = 'winner';

/** How the contents of a test are named to people, in their order: A is the campaign's own. */
export const letterOf = (place: number): string => String.fromCodePoint(65 + place);
