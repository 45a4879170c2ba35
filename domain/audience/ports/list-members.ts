import type { Profile } from '../../model/profile.ts';

/** `after`: the id of the last profile that was looked at, from which another call goes on; null: those were all. */
export type MembersPage = { items: readonly Profile[]; after: string | null };

export type ListMembers = {
  /** Those who are on a list, or all without one, as far as they can be read, with a page for each page of the whole table. */
  members(list: string | undefined, after?: string): AsyncIterable<MembersPage>;
};
