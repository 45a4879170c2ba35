import type { Campaign } from './campaign.ts';
import type { Person } from '../people/people.ts';
import type { Authors } from './policy.ts';

type Hands = NonNullable<Campaign['hands']>;
type Known = Pick<Campaign, 'hands' | 'createdBy' | 'updatedBy' | 'version'>;

/** These hands and one more: whoever is among them already is moved to their last change. */
export const withHand = (hands: Hands, by: Person, version: number): Hands => [
  ...hands.filter((hand) => hand.by.sub !== by.sub),
  { by, version },
];

/** Everybody who is known to have changed a campaign, each with their last change. */
export const handsOf = ({ hands, createdBy, updatedBy, version }: Known): Hands =>
  hands ?? withHand([{ by: createdBy, version: 1 }], updatedBy, version);

/** Each person once. */
export const eachOnce = (people: readonly Person[]): Person[] => [
  ...new Map(people.map((person) => [person.sub, person])).values(),
];

/** Whoever made what a run sends: of runs that were stored before, those who were kept. */
export const authorsOf = ({ authors = [], requestedBy, editedBy }: Authors): Person[] =>
  eachOnce([...authors, ...(editedBy ? [editedBy] : []), requestedBy]);

/**
 * Whoever made what a run of this campaign sends: who asks for it, and everybody who changed the campaign since it was
 * last confirmed, whatever they changed: a rename takes nobody's hand away. The last editor is one of them even when
 * their version was confirmed.
 */
export const authorsOfRun = (campaign: Known & Pick<Campaign, 'confirmed'>, requestedBy: Person): Person[] => {
  const since = campaign.confirmed?.version ?? 0;
  const hands = handsOf(campaign).filter(({ version }) => version > since);
  return eachOnce([...hands.map(({ by }) => by), campaign.updatedBy, requestedBy]);
};
