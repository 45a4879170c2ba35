import { Liquid } from 'liquidjs';
import type { HtmlPage } from '../http/route.ts';
import { pageStyle } from './unsubscribe-page.ts';
import type { Language } from './unsubscribe-words.ts';
import { viewTitles, type ViewState } from './view-words.ts';

const engine = new Liquid({ outputEscape: 'escape', strictVariables: true });

const template = engine.parse(`<!doctype html>
<html lang="{{ first }}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><meta name="color-scheme" content="light dark"><title>{{ title[0] }}</title>
<style>${pageStyle}</style></head>
<body><main><h1>{{ title[0] }}</h1><p lang="{{ second }}">{{ title[1] }}</p></main></body></html>
`);

/** Where no mail is shown, in the language of the person, and in the other one behind it. */
export const viewPage = (state: ViewState, first: Language = 'en'): HtmlPage => {
  const second = first === 'en' ? 'de' : 'en';
  const titles = viewTitles[state];
  const html: unknown = engine.renderSync(template, { first, second, title: [titles[first], titles[second]] });
  return { html: String(html), isFound: state === 'sample', isGone: state === 'gone' };
};
