import * as z from 'zod';
import { SketchSection } from '../content/sketch.ts';
import { Person } from '../people/people.ts';
import { ContentInput } from './campaign.ts';
import { ContentSummary } from './campaign-summary.ts';
import { ShownName } from './shown-name.ts';

/** They are listed page by page, from one partition that is read as a whole. */
export const TEMPLATES_MAX = 200;

/** What a preparer writes. */
export const TemplateInput = z
  .object({
    name: ShownName.normalize('NFC').min(1, 'a template needs a name').max(100),
    content: ContentInput,
  })
  .meta({ id: 'TemplateInput' });

/**
 * A content that is kept under a name, for campaigns to begin with. Its version is the hash of its content: who took it
 * has that content, whatever becomes of the template.
 */
export const MailTemplate = z
  .object({
    id: z.string(),
    /** Raised by each change, of its name too. */
    version: z.int().min(1),
    name: TemplateInput.shape.name,
    content: ContentSummary,
    /** A drawing of it; empty of HTML. */
    sketch: z.array(SketchSection),
    createdAt: z.iso.datetime(),
    createdBy: Person,
    updatedAt: z.iso.datetime(),
    updatedBy: Person,
  })
  .meta({ id: 'MailTemplate' });
export type MailTemplate = z.infer<typeof MailTemplate>;
