import * as z from 'zod';
import { Person } from '../people/people.ts';
import { contrastOf, READABLE } from '../values/colour.ts';
import { PictureId, pictureTypes } from './picture.ts';
import { ShownName } from './shown-name.ts';

/**
 * What each colour is for. `primary`: buttons and bands; `onPrimary`: the text on them; `background`: the page around the
 * mail; `card`: what its texts stand on.
 */
export const brandColours = ['primary', 'onPrimary', 'text', 'link', 'background', 'card'] as const;
export type BrandColour = (typeof brandColours)[number];

const Colour = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, 'is a colour such as #0b5a56: # and six hexadecimal digits');

/**
 * Fonts that computers and phones have; a mail program that fetches others is the exception
 * (https://www.caniemail.com/features/css-at-font-face/). In single quotes, since attributes have double ones.
 */
export const fontStacks = {
  helvetica: 'Helvetica, Arial, sans-serif',
  verdana: 'Verdana, Geneva, sans-serif',
  tahoma: 'Tahoma, Verdana, sans-serif',
  trebuchet: "'Trebuchet MS', Tahoma, sans-serif",
  georgia: "Georgia, 'Times New Roman', serif",
  times: "'Times New Roman', Times, serif",
  courier: "'Courier New', Courier, monospace",
} as const;
export const brandFonts = ['helvetica', 'verdana', 'tahoma', 'trebuchet', 'georgia', 'times', 'courier'] as const;
export type BrandFont = (typeof brandFonts)[number];

/** It is put into the source of mails, where code would be done. */
const takesNoLiquid = [(text: string): boolean => !/\{[{%]/.test(text), 'takes no code of Liquid'] as const;

const oneLine = (length: number) =>
  ShownName.max(length)
    .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), 'is one line, without control characters')
    .refine(...takesNoLiquid);

/** Who sends, and everything that the law wants to be said of them, in lines. */
const Imprint = z
  .string()
  .trim()
  .max(500)
  .overwrite((text) => text.replaceAll('\r\n', '\n'))
  .refine(
    (text) => !/[\p{Cc}\p{Cs}]/u.test(text.replaceAll('\n', '')),
    'has no control characters beside the ends of its lines',
  )
  .refine(...takesNoLiquid);

/** What an administrator writes. */
export const BrandInput = z
  .object({
    colours: z.object({
      primary: Colour,
      onPrimary: Colour,
      text: Colour,
      link: Colour,
      background: Colour,
      card: Colour,
    }),
    font: z.enum(brandFonts),
    /** A picture of the stage; null: the name of the sender stands in its place. */
    logo: z
      .object({ id: PictureId, alt: oneLine(200).min(1, 'says who sends, for people who do not see the logo') })
      .nullable(),
    /** Empty: templates have a name to be replaced. */
    sender: oneLine(100),
    /** Empty: templates have one to be replaced. */
    imprint: Imprint,
  })
  .meta({ id: 'BrandInput' });
export type BrandInput = z.infer<typeof BrandInput>;

/** As it is kept, with what of the picture never changes, since its id is its hash. */
export const Brand = BrandInput.extend({
  logo: z
    .object({
      ...BrandInput.shape.logo.unwrap().shape,
      type: z.enum(pictureTypes),
      width: z.int().min(1),
      height: z.int().min(1),
    })
    .nullable(),
}).meta({ id: 'StoredBrand' });
export type Brand = z.infer<typeof Brand>;

/** The brand of the stage and its number, which each change raises. */
export const BrandState = z.object({
  /** 0: there was never one. */
  version: z.int().min(0),
  /** Null: there is none, and every template looks as it is. */
  brand: Brand.nullable(),
  /** Absent: there was never one. */
  updatedAt: z.iso.datetime().optional(),
  updatedBy: Person.optional(),
});
export type BrandState = z.infer<typeof BrandState>;

/** Which texts stand on which colours in what we make. */
export const textsOn = [
  ['onPrimary', 'primary'],
  ['text', 'card'],
  ['text', 'background'],
  ['link', 'card'],
  ['link', 'background'],
] as const satisfies readonly (readonly [BrandColour, BrandColour])[];

export type Contrast = { text: BrandColour; on: BrandColour; ratio: number };

/** Of each of them the ratio, of two digits behind the point; never rounded up, so that 4.5 is enough wherever it is shown. */
export const contrastsOf = (colours: BrandInput['colours']): Contrast[] =>
  textsOn.map(([text, on]) => ({ text, on, ratio: Math.floor(contrastOf(colours[text], colours[on]) * 100) / 100 }));

export const isReadable = ({ ratio }: Contrast): boolean => ratio >= READABLE;
