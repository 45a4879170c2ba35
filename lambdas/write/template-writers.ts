import { eachOnce } from '../../domain/model/authors.ts';
import type { CampaignInput } from '../../domain/model/campaign.ts';
import type { Person } from '../../domain/people/people.ts';
import type { BrandEditors } from '../../domain/write/ports/brand-editors.ts';
import type { TemplateEditors } from '../../domain/write/ports/template-editors.ts';

export type WriterPorts = { templateEditors: Pick<TemplateEditors, 'of'>; brandEditors: Pick<BrandEditors, 'of'> };

/**
 * Who wrote the template that a content was begun with, or this very content as a template, or gave the brand what stands in
 * it: they had a hand in it.
 */
export const writersOf = async (
  { templateEditors, brandEditors }: WriterPorts,
  { content, template }: Pick<CampaignInput, 'content' | 'template'>,
): Promise<Person[]> =>
  eachOnce([
    ...(await templateEditors.of({ content, sha256: template && 'sha256' in template ? template.sha256 : undefined })),
    ...(await brandEditors.of(content)),
  ]);
