import { createHash } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Parser } from 'htmlparser2';
import { eachOnce } from '../../../domain/model/authors.ts';
import { BrandHands, type BrandPart } from '../../../domain/model/brand-hands.ts';
import type { Content } from '../../../domain/model/campaign.ts';
import type { Versioned } from '../../../domain/ports/versioned.ts';
import type { BrandEditors } from '../../../domain/write/ports/brand-editors.ts';
import { keepPeople } from './keep-people.ts';
import { versionedIn } from './versioned.ts';

type Store = Pick<Versioned<BrandHands>, 'getMany' | 'listed' | 'create' | 'replace'>;

const idOf = ({ is, value }: BrandPart): string => createHash('sha256').update(`${is} ${value}`).digest('hex');

const spaced = (text: string): string => text.replaceAll(/\s+/g, ' ');

const textIn = (source: string): string => {
  const texts: string[] = [];
  const parser = new Parser({ ontext: (text) => void texts.push(text), onopentag: () => void texts.push(' ') });
  parser.end(source);
  // A reference to a character is a text of its own.
  return spaced(texts.join(''));
};

/** Whether a part stands in one of the mails of a content. */
const findIn = (content: Content): ((part: BrandPart) => boolean) => {
  const mails = [content, ...(content.variants ?? []).map((variant) => variant.content)];
  const sources = mails.flatMap(({ mjml, html }) => [mjml ?? '', html ?? '']);
  const code = sources.join('\n').toLowerCase();
  const text = [...sources.map(textIn), ...mails.map((mail) => spaced(mail.text ?? ''))].join('\n');
  return ({ is, value }) => (is === 'code' ? code.includes(value) : text.includes(spaced(value)));
};

export const brandEditorsOn = (store: Store): BrandEditors => ({
  of: async (content) => {
    const { items } = await store.listed();
    if (items.length === 0) return [];
    const isIn = findIn(content);
    return eachOnce(items.filter(({ part }) => isIn(part)).flatMap(({ people }) => people));
  },
  keep: async (parts, person) => {
    for (const part of parts)
      await keepPeople(store, { id: idOf(part), people: [person] }, (hands) => ({ ...hands, part }));
  },
});

export const brandEditorsIn = (client: DynamoDBDocumentClient, table: string): BrandEditors =>
  brandEditorsOn(versionedIn(client, table, { pk: 'BRAND_HANDS', schema: BrandHands }));
