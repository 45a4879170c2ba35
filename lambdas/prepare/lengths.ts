/** Of whoever says nothing else. */
export const FONT_SIZE = 16;

/** Of one em, one pixel and so on; of a part of the window, by a small one. */
const units: Record<string, number> = { px: 1, '': 1, pt: 4 / 3, pc: 16, in: 96, cm: 37.8, mm: 3.78, vw: 4, vh: 8 };

const one = (written: string, em: number): number | undefined => {
  const bare = /^calc\(([^()+*/]*)\)$/.exec(written)?.[1] ?? written;
  const [, number, unit = ''] = /^\s*([-+]?(?:\d+\.?\d*|\.\d+))([a-z%]*)\s*$/.exec(bare) ?? [];
  if (number === undefined) return undefined;
  if (Number(number) === 0) return 0;
  if (unit === 'rem') return Number(number) * FONT_SIZE;
  const each = ['em', 'ex', 'ch'].includes(unit) ? em : units[unit];
  return each === undefined ? undefined : Number(number) * each;
};

const chosen: Record<string, (lengths: number[]) => number> = {
  min: (lengths) => Math.min(...lengths),
  max: (lengths) => Math.max(...lengths),
  clamp: ([least = 0, wanted = 0, most = 0]) => Math.max(least, Math.min(wanted, most)),
};

/** Undefined: nobody knows, as of a part of what is around it. */
export const pixelsOf = (written: string | undefined, em: number): number | undefined => {
  if (written === undefined) return undefined;
  const [, name = '', inside = ''] = /^(min|max|clamp)\(([^()]*)\)$/.exec(written) ?? [];
  const choose = chosen[name];
  if (!choose) return one(written, em);
  const lengths = inside.split(',').map((length) => one(length, em));
  return lengths.every((length) => length !== undefined) ? choose(lengths) : undefined;
};

/** `0.5` and `50%` are a half. */
export const shareOf = (written: string | undefined): number | undefined => {
  const [, number, percent] = /^([-+]?\d*\.?\d+)(%?)$/.exec(written?.trim() ?? '') ?? [];
  return number === undefined ? undefined : Number(number) / (percent ? 100 : 1);
};
