import type { Condition } from '../model/audience-filter.ts';
import type { Campaign } from '../model/campaign.ts';
import { editorsOf, withEditor } from '../model/authors.ts';
import { audienceWith } from './audience-with.ts';
import type { Person } from '../people/people.ts';

/**
 * A draft that says the same to the same people. It has no schedule, so that nothing goes out because somebody
 * copied it, and asks for confirmation, as every campaign without a schedule does. Nothing of it is confirmed, so
 * every editor of the original is an editor of the copy.
 * @param asked `also`: what those people have to meet besides
 * @throws Problem `invalid-input` where the audience takes no further condition
 */
export const copyOf = (
  original: Campaign,
  asked: { id: string; name: string; by: Person; at: string; also?: Condition | undefined },
): Campaign => {
  const { id, name, by, at, also } = asked;
  const { confirmed: _confirmed, refused: _refused, recurringSince: _since, archived: _archived, ...said } = original;
  return {
    ...said,
    ...(also && { filter: audienceWith(original.filter, also) }),
    id,
    name,
    version: 1,
    createdAt: at,
    createdBy: by,
    updatedAt: at,
    updatedBy: by,
    // The variants are of this test.
    schedule: { mode: 'onceConfirmed', ...(original.schedule.abTest && { abTest: original.schedule.abTest }) },
    requestConfirmation: true,
    hands: withEditor(
      editorsOf(original).map((editor) => ({ by: editor.by, version: 1 })),
      by,
      1,
    ),
    copiedFrom: { id: original.id, name: original.name, mode: original.schedule.mode },
  };
};
