import { escapeHtml } from '../content/liquid.ts';
import type { Recipient, SplitPart } from '../model/manifest.ts';
import { compileContent, type CompiledContent } from '../content/render.ts';
import { assemble } from '../content/skeleton.ts';
import type { BranchCounts } from './branch-counts.ts';
import { PartSurvey, withMessageUrls, UNSUBSCRIBE_URL, type Failure, type Made, type Shaper } from './part-survey.ts';
import { isSeen, plainPlaceholders, structureOf, unmarked } from './structure.ts';
import type { SurveyEngines } from './survey-engines.ts';

type Data = Recipient['data'];

/** Of a link to this address in a whole mail, the contrast (WCAG 2.2, 1 to 21) with which it is seen; 0: it is not, or not everywhere. */
export type ContrastOfLink = (html: string, address: string) => number;

/** Most structures that are remembered; more than these, and each mail has its own. */
const MOST_STRUCTURES = 5000;

const engineOf = ({ fragments }: SplitPart, { html, marking }: SurveyEngines) =>
  // What is captured can be compared and cut: a mark would be in it.
  fragments.some(({ source }) => /\bcapture\b/.test(source)) ? html : marking;

const nothing: SplitPart = { skeleton: '', fragments: [] };

/** The HTML part of the mails, and whether its unsubscribe link is visible. What has one structure is looked at once. */
export class HtmlSurvey {
  private readonly part: SplitPart;
  private readonly pieces: PartSurvey;
  private readonly plain: ReadonlySet<string>;
  /** Names of bare variables: of those that are text, an address or a description it only counts whether they are seen. */
  private readonly plainNames: readonly string[];
  private readonly otherNames: readonly string[];
  /** The structure of plain values that are all seen, as most are. */
  private readonly allSeen: string;
  private readonly whole: CompiledContent;
  private readonly contrasts = new Map<string, number>();
  private readonly contrastOfLink: ContrastOfLink;

  constructor(part: SplitPart, engines: SurveyEngines, contrastOfLink: ContrastOfLink, branches: BranchCounts) {
    this.part = part;
    this.contrastOfLink = contrastOfLink;
    this.plain = plainPlaceholders(part.skeleton);
    const shaper: Shaper = (value, placeholder) => {
      const text = unmarked(value);
      return { shape: this.plain.has(placeholder) ? structureOf(value, UNSUBSCRIBE_URL) : text, length: text.length };
    };
    this.pieces = new PartSurvey(engineOf(part, engines), part, shaper, { part: 'html', branches });
    const own = this.pieces.bare.filter(({ url }) => url === undefined);
    this.plainNames = own.filter(({ placeholder }) => this.plain.has(placeholder)).map(({ name }) => name);
    this.otherNames = own.filter(({ placeholder }) => !this.plain.has(placeholder)).map(({ name }) => name);
    this.allSeen = '1'.repeat(this.plainNames.length);
    this.whole = compileContent({ subject: nothing, html: part, text: nothing });
  }

  make(data: Data): readonly Made[] | Failure {
    return this.pieces.make(data);
  }

  /** Characters of the values of this recipient, each as often as it is put in. */
  lengthOf(data: Data, made: readonly Made[]): number {
    return this.pieces.lengthOf(data, made);
  }

  /** The contrast of its unsubscribe link; 0: it is not seen. */
  contrast(data: Data, made: readonly Made[]): number {
    let structure = this.seenOf(data);
    for (const name of this.otherNames) {
      const value = data[name] ?? '';
      structure += `${value.length}:${value}`;
    }
    for (const { kept } of made)
      for (const { shape } of kept) {
        if (shape === undefined) return this.exactContrast(data);
        structure += `${shape.length}:${shape}`;
      }
    const known = this.contrasts.get(structure);
    if (known !== undefined) return known;
    const contrast = this.contrastOfLink(assemble(this.part.skeleton, this.shapesOf(data, made)), UNSUBSCRIBE_URL);
    if (this.contrasts.size >= MOST_STRUCTURES) this.contrasts.clear();
    this.contrasts.set(structure, contrast);
    return contrast;
  }

  private seenOf(data: Data): string {
    if (this.plainNames.every((name) => isSeen(data[name] ?? ''))) return this.allSeen;
    return this.plainNames.map((name) => (isSeen(data[name] ?? '') ? '1' : '0')).join('');
  }

  private shapesOf(data: Data, made: readonly Made[]): Record<string, string> {
    const shapes: Record<string, string> = {};
    for (const { placeholder, name, url } of this.pieces.bare) {
      const value = data[name] ?? '';
      if (url !== undefined) shapes[placeholder] = url;
      else if (this.plain.has(placeholder)) shapes[placeholder] = isSeen(value) ? 'x' : '';
      else shapes[placeholder] = escapeHtml(value);
    }
    for (const { kept } of made) for (const { placeholder, shape } of kept) shapes[placeholder] = shape ?? '';
    return shapes;
  }

  /** By the mail itself, where the meaning of a value depends on what precedes it. */
  private exactContrast(data: Data): number {
    return this.contrastOfLink(assemble(this.part.skeleton, this.whole(withMessageUrls(data))), UNSUBSCRIBE_URL);
  }
}
