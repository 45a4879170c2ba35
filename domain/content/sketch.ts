import * as z from 'zod';

const parts = ['title', 'heading', 'text', 'small', 'button', 'rows', 'line', 'picture'] as const;
export type SketchPart = (typeof parts)[number];

const [MOST_SECTIONS, MOST_COLUMNS, MOST_PARTS] = [12, 4, 12];

/** What a mail consists of, from top to bottom, as a drawing shows it: no more of it than the drawing has room for. */
export const SketchSection = z
  .object({
    ground: z.enum(['page', 'card', 'soft', 'accent']),
    columns: z.array(z.array(z.enum(parts)).max(MOST_PARTS)).max(MOST_COLUMNS),
  })
  .meta({ id: 'SketchSection' });
export type SketchSection = z.infer<typeof SketchSection>;

const groundOf = (tag: string): SketchSection['ground'] => {
  if (/css-class="card"/.test(tag)) return 'card';
  if (/css-class="soft"/.test(tag)) return 'soft';
  if (/css-class="logo"/.test(tag)) return 'page';
  return tag.includes('background-color') ? 'accent' : 'page';
};

const parted: Record<string, SketchPart> = {
  'mj-button': 'button',
  'mj-table': 'rows',
  'mj-divider': 'line',
  'mj-image': 'picture',
  h1: 'title',
  h2: 'heading',
  p: 'text',
};

/** Each tag is read once, whatever stands in it; what is longer than any tag of a mail is none. */
const tags = /<(\/?)(mj-(?:section|column|text|button|table|divider|image)|h1|h2|p)\b([^<>]{0,1000})>/g;

/** Goes along the tags of a mail. */
class Drawing {
  readonly sections: SketchSection[] = [];
  /** The text that is open: parts in it are drawn, or it is one by itself. */
  private text: { isSmall: boolean; count: number } | undefined;

  open(name: string, attributes: string): void {
    if (name === 'mj-section') {
      if (this.sections.length < MOST_SECTIONS) this.sections.push({ ground: groundOf(attributes), columns: [] });
    } else if (name === 'mj-column') {
      const columns = this.sections.at(-1)?.columns;
      if (columns && columns.length < MOST_COLUMNS) columns.push([]);
    } else if (name === 'mj-text') {
      this.text = { isSmall: /mj-class="(small|over|brand)"/.test(attributes), count: 0 };
    } else this.draw(name);
  }

  close(name: string): void {
    if (name !== 'mj-text' || !this.text) return;
    if (this.text.isSmall || this.text.count === 0) this.add(this.text.isSmall ? 'small' : 'text');
    this.text = undefined;
  }

  private draw(name: string): void {
    const part = parted[name];
    const isOfText = !name.startsWith('mj-');
    if (!part || (isOfText && (!this.text || this.text.isSmall))) return;
    if (this.text) this.text.count += 1;
    this.add(part);
  }

  private add(part: SketchPart): void {
    const column = this.sections.at(-1)?.columns.at(-1);
    if (column && column.length < MOST_PARTS) column.push(part);
  }
}

/** Where the drawing ends in any case. */
const MOST_CHARACTERS = 200_000;

/** Of MJML, as it is written; of what is none nothing. */
export const sketchOf = (mjml: string): SketchSection[] => {
  const drawing = new Drawing();
  for (const [, end = '', name = '', attributes = ''] of mjml.slice(0, MOST_CHARACTERS).matchAll(tags)) {
    if (end === '') drawing.open(name, attributes);
    else drawing.close(name);
  }
  return drawing.sections;
};
