import type { I18n } from '@lingui/core';
import { brandColours, brandFonts } from '../../../domain/model/brand.ts';
import { roles } from '../../../domain/people/roles.ts';

/** What a history keeps of a change, in words of a program (`recordedIn`), in those of the reader. */
const moves = ['left', 'joined'] as const;
const plain = [
  'described',
  'disabled',
  'enabled',
  'name',
  'scopes',
  'events',
  'language',
  'address',
  'on',
  'off',
] as const;

const changeText = (t: I18n['_'], change: string): string => {
  const role = roles.find((one) => change === one || change.endsWith(` ${one}`));
  const move = moves.find((one) => change.startsWith(`${one} `)) ?? 'group';
  if (role !== undefined) return t(`people.changed.${move}`, { role: t(`shell.role.${role}`) });
  const known = plain.find((one) => one === change);
  return known === undefined ? change : t(`people.changed.${known}`);
};

/** Of people, machines and webhooks: `left start-deliveries, described`. */
export const changesText = (t: I18n['_'], changes: string): string =>
  changes
    .split(', ')
    .map((change) => changeText(t, change))
    .join(', ');

/** Of the brand: `colours.text: #123456, font: georgia, imprint: …`; what an imprint says may have anything in it. */
export const brandChangesText = (t: I18n['_'], changes: string): string => {
  const fields: Record<string, string> = {
    ...Object.fromEntries(brandColours.map((colour) => [`colours.${colour}`, t(`write.brand.colour.${colour}`)])),
    font: t('write.brand.font'),
    logo: t('write.brand.logo'),
    sender: t('write.brand.sender'),
    imprint: t('write.brand.imprint'),
  };
  const fonts: Record<string, string> = Object.fromEntries(
    brandFonts.map((font) => [font, t(`write.brand.font.${font}`)]),
  );
  return changes.replaceAll(/(?<=^|, )([a-zA-Z.]+): (\w+)?/g, (all, field: string, value: string | undefined) => {
    const name = fields[field];
    if (name === undefined) return all;
    return `${name}: ${(field === 'font' ? fonts[value ?? ''] : undefined) ?? value ?? ''}`;
  });
};
