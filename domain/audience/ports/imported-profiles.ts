import type { Profile } from '../../model/profile.ts';
import type { ImportedProfile } from '../../model/profile-import.ts';

/** The two writes that an import makes for each row that changes something. */
export type ImportedProfiles = {
  /** False: the id is taken, read again. */
  add(profile: Profile): Promise<boolean>;
  /**
   * Writes what an import may change and nothing else; with `ifIn` only when the profile has not opted out. False:
   * there is no such profile, it was erased or opted out, or it is being written; read again.
   */
  describe(profile: ImportedProfile, ifIn?: boolean): Promise<boolean>;
};
