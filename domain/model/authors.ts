import type { Campaign } from './campaign.ts';
import type { Person } from '../people/people.ts';
import type { Authors } from './policy.ts';

type Editors = NonNullable<Campaign['hands']>;
type Known = Pick<Campaign, 'hands' | 'createdBy' | 'updatedBy' | 'version'>;

/** These editors and one more. Whoever is among them already is moved to the version of their last change. */
export const withEditor = (editors: Editors, by: Person, version: number): Editors => [
  ...editors.filter((editor) => editor.by.sub !== by.sub),
  { by, version },
];

/** These editors and, as of that version, all of these people. */
export const withEditors = (editors: Editors, people: readonly Person[], version: number): Editors =>
  people.reduce((all, person) => withEditor(all, person, version), editors);

/** Everybody who is known to have changed a campaign, each with the version of their last change. */
export const editorsOf = ({ hands, createdBy, updatedBy, version }: Known): Editors =>
  hands ?? withEditor([{ by: createdBy, version: 1 }], updatedBy, version);

/** Each person once. */
export const eachOnce = (people: readonly Person[]): Person[] => [
  ...new Map(people.map((person) => [person.sub, person])).values(),
];

/** The authors of what a run sends. A run that was stored before has the last editor and who asked for it only. */
export const authorsOf = ({ authors = [], requestedBy, editedBy }: Authors): Person[] =>
  eachOnce([...authors, ...(editedBy ? [editedBy] : []), requestedBy]);

/**
 * The authors of what a run of this campaign sends: who asks for it, and everybody who changed the campaign since it was
 * last confirmed, whatever they changed. The last editor is one of them even when their version was confirmed.
 */
export const authorsOfRun = (campaign: Known & Pick<Campaign, 'confirmed'>, requestedBy: Person): Person[] => {
  const since = campaign.confirmed?.version ?? 0;
  const editors = editorsOf(campaign).filter(({ version }) => version > since);
  return eachOnce([...editors.map(({ by }) => by), campaign.updatedBy, requestedBy]);
};
