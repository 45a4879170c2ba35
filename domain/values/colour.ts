/** Red, green and blue of `#rrggbb`, each 0 to 255. */
const channels = (colour: string): [number, number, number] => {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 0xff, value & 0xff];
};

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
const luminance = (colour: string): number => {
  const [red, green, blue] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
};

/** 1 to 21, of two colours as `#rrggbb` (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
export const contrastOf = (one: string, other: string): number => {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
};

/** What a text needs to be read (WCAG 2.2, success criterion 1.4.3, level AA). */
export const READABLE = 4.5;

/** The same of large text. Whatever has less is read by nobody who sees a little worse, however large it is. */
export const READABLE_LARGE = 3;

/** `colour` with so much of another one in it: 0 is itself, 1 the other one. */
export const mixed = (colour: string, other: string, share: number): string => {
  const target = channels(other);
  const made = channels(colour).map((channel, at) => Math.round(channel + ((target[at] ?? 0) - channel) * share));
  return `#${made.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
};
