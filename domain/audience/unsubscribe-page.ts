import { Liquid } from 'liquidjs';
import type { HtmlPage } from '../http/route.ts';
import type { Topic } from '../model/topics.ts';
import { inTopic, labels, titles, trackingLabel, type Language, type PageState } from './unsubscribe-words.ts';

/** `in`: the person gets it; `back`: this link may give it back; `out`: it was left otherwise. `isTracked`: opens and clicks of its mails. */
export type TopicShown = Topic & { state: 'in' | 'back' | 'out'; isTracked: boolean };

/** What a link shows: `topic` is that of its mail, `topics` are all of the stage while the person is not out of all. */
export type PageView = {
  state: PageState;
  topic?: Topic | undefined;
  topics?: readonly TopicShown[];
  /** Whether opens and clicks of mails about no topic, and of topics of which nothing was said, are tracked, of somebody who gets mails. */
  isTracked?: boolean;
  /** Of the person; the other one stands below. */
  language?: Language;
};

/** How the box of tracking of a topic, or of all mails, was shown, and the box. */
export const trackedField = (topic?: string): string => (topic === undefined ? 'tracked' : `tracked.${topic}`);
export const allowField = (topic?: string): string => (topic === undefined ? 'tracking' : `tracking.${topic}`);

const engine = new Liquid({ outputEscape: 'escape', strictVariables: true });

/** Of the pages for people who have no account. */
export const pageStyle =
  ':root{color-scheme:light dark}body{margin:0;padding:3rem 1rem;background:light-dark(#f4f6f2,#0f1514);color:light-dark(#16211f,#e8edea);font:1rem/1.5 system-ui,sans-serif}main{max-width:34rem;margin:auto;background:light-dark(#fff,#161e1c);border:1px solid light-dark(#dbe0d8,#2a3532);border-radius:6px;padding:1.5rem}h1{font-size:1.375rem;line-height:1.3;margin:0 0 .25rem}p{margin:.25rem 0 1.25rem}form{margin:0 0 1rem}fieldset{border:1px solid light-dark(#dbe0d8,#2a3532);border-radius:6px;margin:0 0 1rem;padding:.75rem 1rem}label{display:block;margin:0 0 1rem}button{min-height:2.75rem;padding:.4rem 1.1rem;font:600 .9375rem system-ui,sans-serif;color:light-dark(#fff,#06211f);background:light-dark(#0b5a56,#74c9be);border:0;border-radius:6px;cursor:pointer}button.second{color:inherit;background:none;border:1px solid}:focus-visible{outline:3px solid light-dark(#0b4fb3,#ffd166);outline-offset:2px}';

/** Each pair stands in the person's language, and in the other one behind it. */
const template = engine.parse(`<!doctype html>
<html lang="{{ first }}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><meta name="color-scheme" content="light dark"><title>{{ title[0] }}</title>
<style>${pageStyle}</style></head>
<body><main><h1>{{ title[0] }}</h1><p lang="{{ second }}">{{ title[1] }}</p>
{%- if still %}<p>{{ still[0] }} <span lang="{{ second }}">{{ still[1] }}</span></p>{% endif %}
{%- for button in buttons %}<form method="post"><input type="hidden" name="action" value="{{ button.action }}">
{%- if button.asks %}<label><input type="checkbox" name="again" value="yes" required> {{ button.asks[0] }} <span lang="{{ second }}">{{ button.asks[1] }}</span></label>{% endif %}<button{% if button.isSecond %} class="second"{% endif %}>{{ button.label[0] }} · <span lang="{{ second }}">{{ button.label[1] }}</span></button></form>{% endfor %}
{%- if rows.size > 0 or boxes.size > 0 %}<form method="post"><input type="hidden" name="action" value="topics">{% if rows.size > 0 %}<input type="hidden" name="shown" value="{{ shown }}"><fieldset><legend>{{ legend[0] }} · <span lang="{{ second }}">{{ legend[1] }}</span></legend>
{%- for row in rows %}<label><input type="checkbox" name="{{ row.name }}" value="yes"{% if row.isIn %} checked{% endif %}{% if row.isOut %} disabled{% endif %}> {{ row.label[0] }} · <span lang="{{ second }}">{{ row.label[1] }}</span></label>{% endfor %}</fieldset>{% endif %}{% if tracking %}<fieldset><legend>{{ tracking[0] }} · <span lang="{{ second }}">{{ tracking[1] }}</span></legend>{% endif %}
{%- for box in boxes %}<input type="hidden" name="{{ box.shownAs }}" value="{{ box.shown }}"><label><input type="checkbox" name="{{ box.name }}" value="yes"{% if box.shown == 'yes' %} checked{% endif %}> {{ box.label[0] }} · <span lang="{{ second }}">{{ box.label[1] }}</span></label>{% endfor %}{% if tracking %}</fieldset>{% endif %}<button class="second">{{ save[0] }} · <span lang="{{ second }}">{{ save[1] }}</span></button></form>{% endif %}</main></body></html>
`);

type Pair = [string, string];

/** A box of a topic that is got says that it stays; one of a topic that was left, that it is wanted again. */
export const stayField = (topic: string): string => `stay.${topic}`;
export const joinField = (topic: string): string => `join.${topic}`;

const rowOf = ({ id, state, ...names }: TopicShown, pair: (texts: Record<Language, string>) => Pair) => {
  const isOut = state === 'out';
  const { en, de } = labels.elsewhere;
  const label = pair(isOut ? { en: `${names.en} (${en})`, de: `${names.de} (${de})` } : names);
  return { label, isOut, isIn: state === 'in', name: state === 'in' ? stayField(id) : joinField(id) };
};

const boxOf = (label: Pair, isTracked: boolean, topic?: string) => ({
  shownAs: trackedField(topic),
  name: allowField(topic),
  shown: isTracked ? 'yes' : 'no',
  label,
});

/** One box of all mails where the stage has no topics; else one of each, and one of the others. */
const boxesOf = ({ topics = [], isTracked }: PageView, pair: (texts: Record<Language, string>) => Pair) => {
  if (isTracked === undefined) return [];
  if (topics.length === 0) return [boxOf(pair(trackingLabel()), isTracked)];
  const ofTopics = topics.map(({ id, isTracked: is, ...names }) => boxOf(pair(inTopic(names)), is, id));
  return [...ofTopics, boxOf(pair(labels.otherMails), isTracked)];
};

type Button = { action: string; label: Record<Language, string>; asks?: true; isSecond?: true };

const leaving = ({ topic }: PageView): Button[] => {
  if (!topic) return [{ action: 'all', label: labels.unsubscribe }];
  return [
    { action: 'unsubscribe', label: labels.unsubscribeTopic },
    { action: 'all', label: labels.all, isSecond: true },
  ];
};

const buttonsOf = (view: PageView): Button[] => {
  switch (view.state) {
    case 'ask':
    case 'asksOfTopic':
    case 'back':
      return leaving(view);
    case 'left':
    case 'saved':
      return [{ action: 'all', label: labels.all, isSecond: true }];
    case 'done':
    case 'tick':
      return [{ action: 'resubscribe', label: labels.again, asks: true }];
    case 'kept':
    case 'erased':
    case 'tooOld':
    case 'sample':
    case 'invalid':
      return [];
  }
};

/**
 * The page behind the unsubscribe link, in both languages because nobody is signed in. It works without script. The
 * way back asks for a tick: programs that look for danger submit the forms of a page as they are.
 */
export const unsubscribePage = (view: PageView): HtmlPage => {
  const { state, topic, topics = [], isTracked, language: first = 'en' } = view;
  const second = first === 'en' ? 'de' : 'en';
  const named = (texts: Record<Language, string>, language: Language): string =>
    // As a function: of a text, JavaScript would take `$&` and the like for patterns.
    texts[language].replace('{{topic}}', () => topic?.[language] ?? '');
  const pair = (texts: Record<Language, string>): Pair => [named(texts, first), named(texts, second)];
  const html: unknown = engine.renderSync(template, {
    first,
    second,
    title: pair(titles[state]),
    buttons: buttonsOf(view).map(({ action, label, asks = false, isSecond = false }) => ({
      action,
      isSecond,
      label: pair(label),
      asks: asks && pair(labels.wantAgain),
    })),
    // Who leaves one topic after the other may think that this was everything.
    still: topics.length > 0 && topics.every((each) => each.state !== 'in') && pair(labels.stillComing),
    rows: topics.map((each) => rowOf(each, pair)),
    shown: topics.flatMap(({ id, state: now }) => (now === 'in' ? [id] : [])).join(','),
    tracking: isTracked !== undefined && topics.length > 0 && pair(labels.trackingOfTopics),
    boxes: boxesOf(view, pair),
    legend: pair(labels.topics),
    save: pair(labels.save),
  });
  return { html: String(html), isFound: state !== 'invalid' };
};
