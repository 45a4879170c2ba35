/** What a template consists of, from top to bottom, as a drawing shows it. */
export type SketchPart = 'title' | 'heading' | 'text' | 'small' | 'button' | 'rows' | 'line';
export type SketchSection = { ground: 'page' | 'card' | 'soft' | 'accent'; columns: SketchPart[][] };

const groundOf = (tag: string): SketchSection['ground'] => {
  if (/css-class="card"/.test(tag)) return 'card';
  if (/css-class="soft"/.test(tag)) return 'soft';
  return tag.includes('background-color') ? 'accent' : 'page';
};

const textParts = (text: string): SketchPart[] => {
  if (/mj-class="(small|over|brand)"/.test(text)) return ['small'];
  const found = [...text.matchAll(/<(h1|h2|p)\b/g)].map(([, name]): SketchPart =>
    name === 'h1' ? 'title' : name === 'h2' ? 'heading' : 'text',
  );
  return found.length > 0 ? found : ['text'];
};

const partsOf = (column: string): SketchPart[] =>
  [...column.matchAll(/<mj-(text|button|divider|table)\b[^]*?(?:<\/mj-\1>|\/>)/g)].flatMap(([whole, name]) => {
    if (name === 'text') return textParts(whole);
    return [name === 'button' ? 'button' : name === 'table' ? 'rows' : 'line'];
  });

/** Of one of our own templates, whose code is known. */
export const sketchOf = (mjml: string): SketchSection[] =>
  [...mjml.matchAll(/(<mj-section\b[^>]*>)([^]*?)<\/mj-section>/g)].map(([, tag = '', inside = '']) => ({
    ground: groundOf(tag),
    columns: [...inside.matchAll(/<mj-column\b[^>]*>([^]*?)<\/mj-column>/g)].map(([, column = '']) => partsOf(column)),
  }));
