import type { CampaignInput } from '../../domain/model/campaign.ts';
import type { Person } from '../../domain/people/people.ts';
import type { TemplateEditors } from '../../domain/write/ports/template-editors.ts';

export type WriterPorts = { templateEditors: Pick<TemplateEditors, 'of'> };

/** Who wrote the template that a content was begun with, or this very content as a template: they had a hand in it. */
export const writersOf = async (
  { templateEditors }: WriterPorts,
  { content, template }: Pick<CampaignInput, 'content' | 'template'>,
): Promise<Person[]> =>
  templateEditors.of({ content, sha256: template && 'sha256' in template ? template.sha256 : undefined });
