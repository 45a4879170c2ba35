import { brandColours, type Brand } from '../model/brand.ts';

/** What can be told of a brand in one line, by name. */
const factsOf = ({ colours, font, logo, sender, imprint }: Brand): Map<string, string> =>
  new Map([
    ...brandColours.map((name) => [`colours.${name}`, colours[name]] as const),
    ['font', font],
    ['logo', logo ? `${logo.id} (${logo.alt})` : ''],
    ['sender', sender],
    ['imprint', imprint.replaceAll('\n', ' / ')],
  ]);

/** What became of a brand, for its history: each thing that is another one now, with what it is. */
export const brandChanges = (before: Brand | null, after: Brand | null): string[] => {
  if (!after) return before ? ['none'] : [];
  const known = before ? factsOf(before) : new Map<string, string>();
  return [...factsOf(after)]
    .filter(([name, said]) => known.get(name) !== said)
    .map(([name, said]) => `${name}: ${said === '' ? '–' : said}`);
};
