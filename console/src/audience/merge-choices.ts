import type { Profile } from '../../../domain/model/profile.ts';

export type Choice = { name: string; own: string; other: string };

const valueOf = ({ attributes }: Pick<Profile, 'attributes'>, name: string): string =>
  Object.hasOwn(attributes, name) ? (attributes[name] ?? '') : '';

/** Attributes of which both profiles say something, and not the same: whoever merges them chooses. */
export const choicesOf = (own: Pick<Profile, 'attributes'>, other: Pick<Profile, 'attributes'>): Choice[] =>
  Object.keys(other.attributes)
    .map((name) => ({ name, own: valueOf(own, name), other: valueOf(other, name) }))
    .filter((choice) => choice.own !== '' && choice.other !== '' && choice.own !== choice.other)
    .toSorted((one, another) => (one.name < another.name ? -1 : 1));
