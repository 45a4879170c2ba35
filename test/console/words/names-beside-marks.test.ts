import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { setupI18n } from '@lingui/core';
import { de } from '../../../console/src/words/de.ts';
import { en } from '../../../console/src/words/en.ts';

/** Untyped: the types of React declare an HTMLElement of their own where there is no DOM, as in tests. */
const load = async <T>(name: string): Promise<T> => (await import(name)) as T;
type Node = { readonly $$typeof: symbol };
type Create = (type: unknown, props: Record<string, unknown> | null, ...children: unknown[]) => Node;

const { createElement, Fragment } = await load<{ createElement: Create; Fragment: symbol }>('react');
const { renderToStaticMarkup } = await load<{ renderToStaticMarkup: (node: Node) => string }>('react-dom/server');
const { I18nProvider, Trans } = await load<{ I18nProvider: unknown; Trans: unknown }>('@lingui/react');

const shown = (locale: 'en' | 'de', id: keyof typeof en, values: Record<string, Node>): string => {
  const i18n = setupI18n({ locale, messages: { en, de } });
  const sentence = createElement(Trans, { id, values, components: { b: createElement('b', null) } });
  return renderToStaticMarkup(createElement(I18nProvider, { i18n }, sentence));
};

/** As an element: marks in a sentence are read after texts are put in. */
const given = (text: string): Node => createElement(Fragment, null, text);

test.each([
  'Ada <b>Okafor</b>',
  '</b>Ada',
  '<script>',
  '{names}',
  'Ada &amp; Ben',
  'أحمد علي',
  'Zoe\u0308',
  String.raw`\u0041`,
])('the name %s beside marks is shown letter by letter, and changes no mark', (name) => {
  const escaped = name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  expect(shown('en', 'confirm.whoCan', { names: given(name) })).toBe(`<b>${escaped}</b> can (role Start deliveries).`);
  expect(shown('de', 'confirm.linkFor', { address: given(name) })).toContain(`<b>${escaped}</b>`);
});

const source = path.join(import.meta.dirname, '../../../console/src');
/** What somebody wrote, by the names that sentences have for it. */
const written = /\b(names?|address|subject|campaign|list|title|reason|by)\b(?!: <)/;

test('what somebody wrote is given to a sentence with marks as an element', () => {
  const files = globSync('**/*.tsx', { cwd: source }).map((file) => readFileSync(path.join(source, file), 'utf8'));
  const sentences = files
    .flatMap((text) => text.match(/<Trans\b[\s\S]*?\/>/g) ?? [])
    .map((each) => each.replaceAll(/<>.*?<\/>/g, '<'));
  expect(sentences.filter((each) => /values=/.test(each)).length).toBeGreaterThan(5);
  expect(sentences.filter((each) => /components=/.test(each) && written.test(each))).toEqual([]);
});
