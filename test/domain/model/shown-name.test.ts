import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { SignUpRules } from '../../../domain/audience/sign-up-rules.ts';
import { Topic } from '../../../domain/model/topics.ts';
import { allRoutes } from '../http/all-routes.ts';

/** Bidi_Control of Unicode that opens or closes a direction (UAX #9, sections 2.1 to 2.4), each in turn. */
const turning = '\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069';
const written = `A${turning}B`;

/** Fields by which somebody names something. A search is no name, and `name` of a condition's column no text of people. */
const names = new Set(['name', 'title', 'fileName', 'called', 'en', 'de', 'sender']);

/** Names of attachments that have such marks are refused by what they are a part of (`nameFault`); a search is no name. */
const refused = ['attachments.name', 'uploadAttachment.name', 'searchList.name'];

type Field = { path: string; schema: z.ZodType };

/** The schemas within one, of every kind that requests are made of. */
const within = (schema: z.ZodType): z.ZodType[] => {
  if (schema instanceof z.ZodUnion) return schema.options as z.ZodType[];
  if (schema instanceof z.ZodArray) return [schema.element as z.ZodType];
  if (schema instanceof z.ZodPipe) return [schema.in as z.ZodType];
  if (schema instanceof z.ZodRecord) return [schema.valueType as z.ZodType];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return [schema.unwrap() as z.ZodType];
  return [];
};

const fieldsOf = (schema: z.ZodType, path: string): Field[] =>
  schema instanceof z.ZodObject
    ? Object.entries(schema.shape).flatMap(([key, field]) => fieldsOf(field as z.ZodType, `${path}.${key}`))
    : [{ path, schema }, ...within(schema).flatMap((inner) => fieldsOf(inner, path))];

/** Strings that people write and that name something, with what is kept of them. */
const kept = (name: string, schema: z.ZodType): [string, string][] =>
  fieldsOf(schema, name)
    .filter(({ path, schema: field }) => field instanceof z.ZodString && names.has(path.split('.').at(-1) ?? ''))
    .flatMap(({ path, schema: field }): [string, string][] => {
      const { data } = field.safeParse(written);
      return typeof data === 'string' ? [[path, data]] : [];
    });

test('no name that somebody gives to something turns the words beside it, in whatever request it comes', () => {
  const found = allRoutes.flatMap(({ operation, body, query }) =>
    [body, query].flatMap((part) => (part ? kept(operation, part) : [])),
  );
  expect(found.map(([path]) => path)).toEqual(expect.arrayContaining(['createCampaign.name', 'createSegment.name']));
  const isRefused = (path: string): boolean => refused.some((field) => path.endsWith(field));
  expect(found.filter(([path, name]) => name !== 'AB' && !isRefused(path))).toEqual([]);
});

test('nor one of the stage file', () => {
  const found = [...kept('topics', Topic), ...kept('signUp', SignUpRules)];
  expect(found.filter(([, name]) => name !== 'AB')).toEqual([]);
});
