import type { Campaign } from '../campaign.ts';
import type { Person } from '../people.ts';

/**
 * A draft that says the same to the same people. It has no schedule, so that nothing goes out because somebody
 * copied it, and asks for confirmation, as every campaign without a schedule does.
 */
export const copyOf = (original: Campaign, asked: { id: string; name: string; by: Person; at: string }): Campaign => {
  const { id, name, by, at } = asked;
  return {
    ...original,
    id,
    name,
    version: 1,
    createdAt: at,
    createdBy: by,
    updatedAt: at,
    updatedBy: by,
    schedule: { mode: 'onceConfirmed' },
    requestConfirmation: true,
    copiedFrom: { id: original.id, name: original.name, mode: original.schedule.mode },
  };
};
