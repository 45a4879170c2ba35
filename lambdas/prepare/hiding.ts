import { wordsOf, type Declarations } from './declarations.ts';
import { pixelsOf, shareOf } from './lengths.ts';

/** Letters below this many pixels are none; of a box, what is cut to this. */
export const TINY = 2;
/** Pixels by which something is moved out of any screen. */
const FAR = 500;
/** As much of the window, or of what is around it. */
const FAR_SHARE = 100;
export const FAINT = 0.05;
/** Whatever is left of something shrunk to this is no letter any more. */
const SHRUNK = 0.1;
/** Letters that are moved so far onto each other, in em. */
const ONTO_EACH_OTHER = -0.7;

const isCut = (css: Declarations, em: number): boolean => {
  const isTiny = (name: string): boolean => Math.abs(pixelsOf(css[name], em) ?? TINY) < TINY;
  const cuts = (name: string): boolean => /hidden|clip|auto|scroll/.test(css[name] ?? '');
  const isIndented = cuts('overflow-x') && (shareOf(css['text-indent']) ?? 0) >= 1;
  return (
    (cuts('overflow-y') && (isTiny('height') || isTiny('max-height'))) ||
    (cuts('overflow-x') && (isTiny('width') || isTiny('max-width'))) ||
    (isIndented && (css['text-indent'] ?? '').endsWith('%'))
  );
};

/** What is cut from two sides that face each other is half of it or more: nothing is left. */
const isInset = (lengths: string): boolean => {
  const [top = 0, right = top, bottom = top, left = right] = wordsOf(lengths.split('round')[0] ?? '').map((word) =>
    word.endsWith('%') ? Number.parseFloat(word) : 0,
  );
  return top + bottom >= 100 || left + right >= 100;
};

/** Without two different places there is no area. */
const isFlat = (points: string): boolean => {
  const places = points.split(',').map((point) => wordsOf(point).map((word) => Number.parseFloat(word)));
  return [0, 1].some((axis) => new Set(places.map((place) => place[axis])).size === 1);
};

const isClippedBox = ({ clip = '', position = '' }: Declarations): boolean => {
  const numbers = (clip.match(/-?[\d.]+/g) ?? []).map(Number);
  const [top = 0, right = 1, bottom = 1, left = 0] = numbers;
  return numbers.length === 4 && (bottom <= top || right <= left) && /absolute|fixed/.test(position);
};

/** Cut to nothing by its outline. */
const isClippedPath = (path = ''): boolean => {
  const [, shape = '', inside = ''] = /^(inset|circle|ellipse|polygon)\(([^()]*)\)/.exec(path) ?? [];
  if (shape === 'inset') return isInset(inside);
  if (shape === 'polygon') return isFlat(inside.replace(/^\s*(?:nonzero|evenodd)\s*,/, ''));
  return shape !== '' && /^\s*0(?:[a-z%]*)(?:\s|$)/.test(inside);
};

const functionsIn = (transform: string): { name: string; values: string[] }[] =>
  [...transform.matchAll(/([a-z\d]+)\(([^()]*)\)/g)].map(([, name = '', inside = '']) => ({
    name,
    values: inside.split(',').map((value) => value.trim()),
  }));

const isSmall = (value: string | undefined): boolean => Math.abs(shareOf(value) ?? 1) < SHRUNK;

/** Seen from its edge. */
const isOnEdge = (angle = ''): boolean => {
  const [, degrees] = /^([-+]?[\d.]+)deg$/.exec(angle) ?? [];
  return degrees !== undefined && Math.abs(Math.cos((Number(degrees) * Math.PI) / 180)) < 0.02;
};

const shrinks = ({ name, values }: { name: string; values: string[] }): boolean => {
  const [first, second = first] = values;
  switch (name) {
    case 'scale':
    case 'scale3d':
      return isSmall(first) || isSmall(second);
    case 'scalex':
    case 'scaley':
      return isSmall(first);
    case 'matrix': {
      const [a = 1, b = 0, c = 0, d = 1] = values.map(Number);
      return Math.abs(a * d - b * c) < SHRUNK ** 2;
    }
    case 'rotatex':
    case 'rotatey':
      return isOnEdge(first);
    default:
      return false;
  }
};

const isShrunk = ({ transform = '', scale = '', zoom }: Declarations): boolean =>
  functionsIn(transform).some(shrinks) || wordsOf(scale).slice(0, 2).some(isSmall) || (zoom !== '0' && isSmall(zoom));

const isOutOf = (length: string): boolean =>
  Math.abs(Number(/^\s*([-+]?[\d.]+)(?:vw|vh|vmax|%)\s*$/.exec(length)?.[1] ?? 0)) >= FAR_SHARE;

/** `top:100%` is right below what is around it, as of a menu; before it there is nothing. */
const isGone = (length = ''): boolean =>
  isOutOf(length) && (length.startsWith('-') || Number.parseFloat(length) > FAR_SHARE);

const isFarAway = (css: Declarations, em: number): boolean => {
  const isFar = (length: string | undefined): boolean => Math.abs(pixelsOf(length, em) ?? 0) >= FAR;
  const isBack = (length: string | undefined): boolean => (pixelsOf(length, em) ?? 0) <= -FAR;
  const { transform = '', translate = '', position = '' } = css;
  const moves = functionsIn(transform).filter(({ name }) => name.startsWith('translate'));
  const isMoved = [...moves.flatMap(({ values }) => values), ...wordsOf(translate)].some(
    // A part of itself may be little.
    (by) => isFar(by) || (!by.endsWith('%') && isOutOf(by)),
  );
  return (
    isMoved ||
    (/absolute|fixed|relative/.test(position) &&
      ['left', 'top', 'right', 'bottom'].some((side) => isFar(css[side]) || isGone(css[side]))) ||
    ['text-indent', 'margin-left', 'margin-top'].some((name) => isBack(css[name]))
  );
};

const liesOnItself = (spacing: string | undefined, em: number): boolean => {
  const pixels = pixelsOf(spacing, em) ?? 0;
  return pixels < 0 && pixels <= ONTO_EACH_OTHER * em;
};

/** Does nobody see what is in an element for which this holds? `em`: pixels of its letters. */
export const hides = (css: Declarations, em: number): boolean =>
  css['display'] === 'none' ||
  css['content-visibility'] === 'hidden' ||
  // It is seen, and nobody can press it.
  css['pointer-events'] === 'none' ||
  liesOnItself(css['letter-spacing'], em) ||
  isCut(css, em) ||
  isClippedBox(css) ||
  isClippedPath(css['clip-path']) ||
  isShrunk(css) ||
  isFarAway(css, em);
