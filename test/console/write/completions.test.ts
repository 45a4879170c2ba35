import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { describe, expect, test } from '@jest/globals';
import { completionsFor, type Known } from '../../../console/src/write/editor/completions.ts';

const known: Known = {
  columns: [
    { name: 'city', missing: 0 },
    { name: 'first_name', missing: 2 },
  ],
  format: 'mjml',
  lackedBy: ({ missing }) => (missing === 0 ? '' : `missing for ${missing}`),
};

/** What is offered where the text has a |, and what the first offer for a name makes of it. */
const offered = (text: string, format: Known['format'] = 'mjml') => {
  const pos = text.indexOf('|');
  const state = EditorState.create({ doc: text.replace('|', '') });
  const result = completionsFor(() => ({ ...known, format }))(new CompletionContext(state, pos, true));
  const labels = result?.options.map(({ label }) => label) ?? [];
  const applied = (name: string): string => {
    const option = result?.options.find(({ label }) => label === name);
    const put = typeof option?.apply === 'string' ? option.apply : '';
    return state.sliceDoc(0, result?.from) + put + state.sliceDoc(pos);
  };
  return { labels, applied, options: result?.options ?? [] };
};

const placeholders = ['unsubscribe_url', 'view_in_browser_url', 'email', 'city', 'first_name'];

describe('what the editor offers', () => {
  test.each([
    ['Dear {{|', 'first_name', 'Dear {{ first_name }}'],
    ['Dear {{ fi|', 'first_name', 'Dear {{ first_name }}'],
    ['Dear {{ fi| }}', 'first_name', 'Dear {{ first_name }}'],
    ['{{ ci|| upcase }}', 'city', '{{ city| upcase }}'],
    ['{% if fi| %}', 'first_name', '{% if first_name %}'],
    ['{{ a }}{% if city == "x" and | %}', 'email', '{{ a }}{% if city == "x" and email %}'],
    ['<a href="{{ un|">', 'unsubscribe_url', '<a href="{{ unsubscribe_url }}">'],
  ])('%s: the placeholder, ended where it has no end', (text, name, becomes) => {
    const { labels, applied } = offered(text);
    expect(labels).toEqual(placeholders);
    expect(applied(name)).toBe(becomes);
  });

  test('says how many lack it', () => {
    const [, , , city, firstName] = offered('{{ |').options;
    expect([city?.detail, firstName?.detail]).toEqual(['', 'missing for 2']);
  });

  test('elements of what is written', () => {
    expect(offered('<mj-|').labels).toContain('mj-button');
    expect(offered('<|', 'html').labels).toContain('h1');
    expect(offered('<|', 'html').labels).not.toContain('mj-button');
  });

  test.each(['Dear fi|', '{{ first_name }}|', '{{ city | up|', '{% endif %}x|', 'a < b|'])('%s: nothing', (text) => {
    expect(offered(text).labels).toEqual([]);
  });
});
