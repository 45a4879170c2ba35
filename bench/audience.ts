import type { Profiles } from '../domain/ports/profiles.ts';
import { recipientProfile } from './sending/campaign-mail.ts';

const PAGE = 1000;

/** So many people on any list, made as they are read. */
export const audienceOf = (recipients: number): Pick<Profiles, 'inList' | 'quarantined' | 'suppressed'> => ({
  inList: async function* (list) {
    for (let first = 0; first < recipients; first += PAGE)
      yield {
        items: Array.from({ length: Math.min(PAGE, recipients - first) }, (_, index) =>
          recipientProfile(first + index, list ?? 'bench'),
        ),
        cursor: null,
      };
  },
  quarantined: async () => new Set(),
  suppressed: async () => new Set(),
});
