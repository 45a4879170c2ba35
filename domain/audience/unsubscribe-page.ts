import { Liquid } from 'liquidjs';
import type { HtmlPage } from '../http/route.ts';

export type PageState = 'ask' | 'done' | 'tick' | 'back' | 'kept' | 'erased' | 'invalid';

const words: Record<PageState, { title: string; titel: string; button: string; knopf: string; action: string }> = {
  ask: {
    title: 'Unsubscribe from these mails?',
    titel: 'Von diesen Mails abmelden?',
    button: 'Unsubscribe',
    knopf: 'Abmelden',
    action: 'unsubscribe',
  },
  done: {
    title: 'You are unsubscribed.',
    titel: 'Sie sind abgemeldet.',
    button: 'Subscribe again',
    knopf: 'Wieder anmelden',
    action: 'resubscribe',
  },
  tick: {
    title: 'Tick the box if you want these mails again. Nothing was changed.',
    titel: 'Setzen Sie das Häkchen, wenn Sie diese Mails wieder möchten. Es wurde nichts geändert.',
    button: 'Subscribe again',
    knopf: 'Wieder anmelden',
    action: 'resubscribe',
  },
  back: {
    title: 'You are subscribed again.',
    titel: 'Sie sind wieder angemeldet.',
    button: 'Unsubscribe',
    knopf: 'Abmelden',
    action: 'unsubscribe',
  },
  kept: {
    title: 'This link cannot subscribe you again. For new mails, sign up anew or ask the sender.',
    titel:
      'Dieser Link kann Sie nicht wieder anmelden. Für neue Mails melden Sie sich neu an oder fragen den Absender.',
    button: '',
    knopf: '',
    action: '',
  },
  erased: {
    title: 'Nothing is kept of you here any more. For new mails, sign up anew.',
    titel: 'Von Ihnen ist hier nichts mehr gespeichert. Für neue Mails melden Sie sich neu an.',
    button: '',
    knopf: '',
    action: '',
  },
  invalid: {
    title:
      'This link is not valid, or a part of it was lost, and nothing was changed. Open it in the mail itself, use “Unsubscribe” of your mail program, or write to the sender.',
    titel:
      'Dieser Link ist nicht gültig, oder ein Teil davon ging verloren, und nichts wurde geändert. Öffnen Sie ihn in der Mail selbst, nutzen Sie „Abmelden“ Ihres Mailprogramms oder schreiben Sie dem Absender.',
    button: '',
    knopf: '',
    action: '',
  },
};

const engine = new Liquid({ outputEscape: 'escape', strictVariables: true });

const template = engine.parse(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><meta name="color-scheme" content="light dark"><title>{{ title }}</title>
<style>:root{color-scheme:light dark}body{margin:0;padding:3rem 1rem;background:light-dark(#f4f6f2,#0f1514);color:light-dark(#16211f,#e8edea);font:1rem/1.5 system-ui,sans-serif}main{max-width:34rem;margin:auto;background:light-dark(#fff,#161e1c);border:1px solid light-dark(#dbe0d8,#2a3532);border-radius:6px;padding:1.5rem}h1{font-size:1.375rem;line-height:1.3;margin:0 0 .25rem}p{margin:.25rem 0 1.25rem}label{display:block;margin:0 0 1rem}button{min-height:2.75rem;padding:.4rem 1.1rem;font:600 .9375rem system-ui,sans-serif;color:light-dark(#fff,#06211f);background:light-dark(#0b5a56,#74c9be);border:0;border-radius:6px;cursor:pointer}button:focus-visible{outline:3px solid light-dark(#0b4fb3,#ffd166);outline-offset:2px}</style></head>
<body><main><h1>{{ title }}</h1><p lang="de">{{ titel }}</p>{% if action != '' %}<form method="post"><input type="hidden" name="action" value="{{ action }}">{% if action == 'resubscribe' %}<label><input type="checkbox" name="again" value="yes" required> I want to get these mails again. <span lang="de">Ich möchte diese Mails wieder bekommen.</span></label>{% endif %}<button>{{ button }} · <span lang="de">{{ knopf }}</span></button></form>{% endif %}</main></body></html>
`);

/**
 * The page behind the unsubscribe link, in both languages because nobody is signed in. It works without script. The
 * way back asks for a tick: programs that look for danger submit the forms of a page as they are.
 */
export const unsubscribePage = (state: PageState): HtmlPage => ({
  html: String(engine.renderSync(template, words[state])),
  isFound: state !== 'invalid',
});
