import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { eachOnce } from '../../../domain/model/authors.ts';
import { TemplateHands } from '../../../domain/model/template-hands.ts';
import type { Versioned } from '../../../domain/ports/versioned.ts';
import type { TemplateEditors } from '../../../domain/write/ports/template-editors.ts';
import { storedContent } from './campaign-item.ts';
import { retries } from '../sdk/retries.ts';
import { versionedIn } from './versioned.ts';

type Store = Pick<Versioned<TemplateHands>, 'getMany' | 'create' | 'replace'>;

export const templateEditorsOn = (store: Store): TemplateEditors => ({
  of: async ({ content, sha256 }) => {
    const ids = [...(content ? [storedContent(content).sha256] : []), ...(sha256 === undefined ? [] : [sha256])];
    return eachOnce((await store.getMany(ids)).flatMap(({ people }) => people));
  },
  keep: async (content, people) => {
    const id = storedContent(content).sha256;
    // Others may save the same content at the same moment.
    const another = retries();
    do {
      const [known] = await store.getMany([id]);
      const all = eachOnce([...(known?.people ?? []), ...people]);
      if (known?.people.length === all.length) return;
      const hands = { id, version: (known?.version ?? 0) + 1, people: all };
      if (await (known ? store.replace(hands) : store.create(hands))) return;
    } while (await another());
    throw new Error(`the editors of the content ${id} change without end`);
  },
});

export const templateEditorsIn = (client: DynamoDBDocumentClient, table: string): TemplateEditors =>
  templateEditorsOn(versionedIn(client, table, { pk: 'TEMPLATE_HANDS', schema: TemplateHands }));
