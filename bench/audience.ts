import type { Profiles } from '../domain/ports/profiles.ts';
import { recipientProfile } from './sending/campaign-mail.ts';

const unused = async (): Promise<never> => {
  throw new Error('preparing does not ask for this');
};

const PAGE = 1000;

/** So many people on any list, made as they are read. */
export const audienceOf = (recipients: number): Profiles => ({
  inList: async function* (list) {
    for (let first = 0; first < recipients; first += PAGE)
      yield Array.from({ length: Math.min(PAGE, recipients - first) }, (_, index) =>
        recipientProfile(first + index, list ?? 'bench'),
      );
  },
  quarantined: async () => new Set(),
  suppressed: async () => new Set(),
  get: unused,
  getMany: unused,
  findByAddress: unused,
  put: unused,
  standing: unused,
  putStandings: unused,
  standings: unused,
  replaceStanding: unused,
  forgetStanding: unused,
  optOut: unused,
  optIn: unused,
  optedOutSince: unused,
});
