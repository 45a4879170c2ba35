import type { ProfileFields } from '../../../domain/audience/profile-rows.ts';
import type { Profile } from '../../../domain/model/profile.ts';

/** A profile while it is edited; `lists` apart by commas, `newName` and `newValue` of one more attribute. */
export type ProfileDraft = {
  address: string;
  lists: string;
  attributes: Record<string, string>;
  newName: string;
  newValue: string;
};

export const draftOf = ({
  address,
  lists,
  attributes,
}: Pick<Profile, 'address' | 'lists' | 'attributes'>): ProfileDraft => ({
  address,
  lists: lists.join(', '),
  attributes,
  newName: '',
  newValue: '',
});

export const listsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s,;]+/)
      .map((list) => list.trim())
      .filter((list) => list !== ''),
  ),
];

/** Only what differs: what somebody else changed meanwhile stays. */
export const changesOf = (
  before: Pick<Profile, 'address' | 'lists' | 'attributes'>,
  draft: ProfileDraft,
): ProfileFields => {
  const lists = listsIn(draft.lists);
  const joins = lists.filter((list) => !before.lists.includes(list));
  const leaves = before.lists.filter((list) => !lists.includes(list));
  const changed = Object.entries(draft.attributes).filter(([name, value]) => before.attributes[name] !== value);
  const added = draft.newName.trim() === '' ? [] : [[draft.newName.trim(), draft.newValue] as const];
  const attributes = Object.fromEntries([...changed, ...added]);
  return {
    ...(draft.address !== before.address && { address: draft.address }),
    ...(joins.length > 0 && { lists: joins }),
    ...(leaves.length > 0 && { leaves }),
    ...(Object.keys(attributes).length > 0 && { attributes }),
  };
};
