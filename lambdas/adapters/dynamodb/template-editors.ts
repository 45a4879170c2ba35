import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { eachOnce } from '../../../domain/model/authors.ts';
import { TemplateHands } from '../../../domain/model/template-hands.ts';
import type { Versioned } from '../../../domain/ports/versioned.ts';
import type { TemplateEditors } from '../../../domain/write/ports/template-editors.ts';
import { storedContent } from './campaign-item.ts';
import { keepPeople } from './keep-people.ts';
import { versionedIn } from './versioned.ts';

type Store = Pick<Versioned<TemplateHands>, 'getMany' | 'create' | 'replace'>;

export const templateEditorsOn = (store: Store): TemplateEditors => ({
  of: async ({ content, sha256 }) => {
    const ids = [...(content ? [storedContent(content).sha256] : []), ...(sha256 === undefined ? [] : [sha256])];
    return eachOnce((await store.getMany(ids)).flatMap(({ people }) => people));
  },
  keep: async (content, people) =>
    keepPeople(store, { id: storedContent(content).sha256, people: [...people] }, (hands) => hands),
});

export const templateEditorsIn = (client: DynamoDBDocumentClient, table: string): TemplateEditors =>
  templateEditorsOn(versionedIn(client, table, { pk: 'TEMPLATE_HANDS', schema: TemplateHands }));
