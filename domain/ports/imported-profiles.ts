import type { Profile } from '../profile.ts';
import type { ImportedProfile } from '../profile-import.ts';

/** The two writes that an import makes for each row that changes something. */
export type ImportedProfiles = {
  /** False: the id is taken, read again. */
  add(profile: Profile): Promise<boolean>;
  /** Writes what an import may change and nothing else. False: there is no such profile, it was erased, or it is being written; read again. */
  describe(profile: ImportedProfile): Promise<boolean>;
};
