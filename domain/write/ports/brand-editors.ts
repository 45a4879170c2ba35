import type { BrandPart } from '../../model/brand-hands.ts';
import type { Content } from '../../model/campaign.ts';
import type { Person } from '../../people/people.ts';

/** Who had a hand in what contents take of brands, of the one that there is and of those before. */
export type BrandEditors = {
  /** Of what of them stands in this content. Each once. Consistent. */
  of(content: Content): Promise<Person[]>;
  /** Beside those that each part has already. */
  keep(parts: readonly BrandPart[], person: Person): Promise<void>;
};
