import type { Content } from '../../model/campaign.ts';
import type { Person } from '../../people/people.ts';

/** A content, or the hash that it is found by. */
export type Named = { content?: Content | undefined; sha256?: string | undefined };

/**
 * Who had a hand in contents that were saved as templates. By the content, so that who takes it takes them along, whatever
 * became of the template since.
 */
export type TemplateEditors = {
  /** Each once; nobody of a content that never was a template. Consistent. */
  of(named: Named): Promise<Person[]>;
  /** Beside those that it has already. */
  keep(content: Content, people: readonly Person[]): Promise<void>;
};
