import { Liquid } from 'liquidjs';
import type { HtmlPage } from '../http/route.ts';
import type { Topic } from '../model/topics.ts';
import type { SignUpRules } from './sign-up-rules.ts';
import { signUpLabels, signUpTitles, type SignUpState } from './sign-up-words.ts';
import { allowField, pageStyle } from './unsubscribe-page.ts';
import { trackingLabel, type Language } from './unsubscribe-words.ts';

export type SignUpView = {
  state: SignUpState;
  language?: Language;
  /** Of the stage, for the form. */
  topics?: readonly Topic[];
  rules?: SignUpRules;
  /** What stood in a form that lacks something: the fields of it, shown again as they were. */
  filled?: Readonly<Record<string, string | undefined>>;
  /** What is to be confirmed. */
  asked?: Asked;
};

/** What somebody asked for in the name of whoever reads the mail: they are told all of it, since they may be another. */
export type Asked = {
  /** What is consented to, word for word. */
  text: string;
  shown: readonly Topic[];
  /** Of which mails opens and clicks may be known; undefined: all. */
  tracked: readonly (Topic | undefined)[];
};

const engine = new Liquid({ outputEscape: 'escape', strictVariables: true });

/** Each pair stands in the person's language, and in the other one behind it. */
const template = engine.parse(`<!doctype html>
<html lang="{{ first }}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><meta name="color-scheme" content="light dark"><title>{{ title[0] }}</title>
<style>${pageStyle}.off{position:absolute;left:-9999px}input[type=email]{display:block;width:100%;box-sizing:border-box;min-height:2.5rem;font:inherit}</style></head>
<body><main><h1>{{ title[0] }}</h1><p lang="{{ second }}">{{ title[1] }}</p>
{%- if form %}<form method="post" action="{{ form.action }}"><input type="hidden" name="language" value="{{ first }}"><label>{{ form.email[0] }} · <span lang="{{ second }}">{{ form.email[1] }}</span><input type="email" name="email" value="{{ form.value }}" autocomplete="email" required maxlength="254"></label>
<p class="off" aria-hidden="true"><label>{{ form.empty[0] }}<input name="website" tabindex="-1" autocomplete="off"></label></p>
{%- if form.topics.size > 0 %}<fieldset><legend>{{ form.legend[0] }} · <span lang="{{ second }}">{{ form.legend[1] }}</span></legend>{% for topic in form.topics %}<label><input type="checkbox" name="{{ topic.name }}" value="yes"{% if topic.isTicked %} checked{% endif %}> {{ topic.label[0] }} · <span lang="{{ second }}">{{ topic.label[1] }}</span></label>{% endfor %}</fieldset>{% endif %}
<label><input type="checkbox" name="consent" value="yes" required{% if form.isConsented %} checked{% endif %}> {{ form.consent[0] }} <span lang="{{ second }}">{{ form.consent[1] }}</span></label>
{% for box in form.tracking %}<label><input type="checkbox" name="{{ box.name }}" value="yes"{% if box.isTicked %} checked{% endif %}> {{ box.label[0] }} <span lang="{{ second }}">{{ box.label[1] }}</span></label>
{% endfor %}<button>{{ form.send[0] }} · <span lang="{{ second }}">{{ form.send[1] }}</span></button></form>{% endif %}
{%- if ask %}<blockquote>{{ ask.text }}</blockquote>{% if ask.lines.size > 0 %}<ul>{% for line in ask.lines %}<li>{{ line[0] }} · <span lang="{{ second }}">{{ line[1] }}</span></li>{% endfor %}</ul>{% endif %}<form method="post"><label><input type="checkbox" name="confirm" value="yes" required> {{ ask.want[0] }} <span lang="{{ second }}">{{ ask.want[1] }}</span></label><button>{{ ask.confirm[0] }} · <span lang="{{ second }}">{{ ask.confirm[1] }}</span></button></form>{% endif %}</main></body></html>
`);

/** A program that posts for somebody is told by the status that nothing came of it. */
const refused: readonly SignUpState[] = ['wrongAddress', 'noTopic', 'noConsent'];
const showsForm: readonly SignUpState[] = ['form', ...refused];

/** Where the form is posted to: the page may be that of the answer to one. */
export const signUpPath = '/api/subscribe';

/** The box of a topic. */
export const topicField = (topic: string): string => `topic.${topic}`;

type Pair = (texts: Readonly<Record<Language, string>>) => [string, string];

const formOf = ({ topics = [], filled = {} }: SignUpView, rules: SignUpRules, pair: Pair) => {
  const box = (name: string, label: Record<Language, string>) => ({
    name,
    label: pair(label),
    isTicked: filled[name] === 'yes',
  });
  return {
    action: signUpPath,
    email: pair(signUpLabels.email),
    value: filled['email'] ?? '',
    empty: pair(signUpLabels.empty),
    legend: pair(signUpLabels.topics),
    topics: topics.map(({ id, en, de }) => box(topicField(id), { en, de })),
    consent: pair(rules.consent),
    isConsented: filled['consent'] === 'yes',
    tracking: [undefined, ...topics].map((topic) => box(allowField(topic?.id), trackingLabel(topic))),
    send: pair(signUpLabels.send),
  };
};

const askOf = ({ text, shown, tracked }: Asked, pair: Pair) => ({
  text,
  lines: [...shown, ...tracked.map(trackingLabel)].map(pair),
  want: pair(signUpLabels.want),
  confirm: pair(signUpLabels.confirm),
});

/** The form, what became of it, and the page behind the link of the mail. It works without script. */
export const signUpPage = (view: SignUpView): HtmlPage => {
  const { state, language: first = 'en', rules, asked } = view;
  const second = first === 'en' ? 'de' : 'en';
  const pair: Pair = (texts) => [texts[first], texts[second]];
  const isAsking = state === 'confirm' || state === 'tick';
  const html: unknown = engine.renderSync(template, {
    first,
    second,
    title: pair(signUpTitles[state]),
    form: rules !== undefined && showsForm.includes(state) && formOf(view, rules, pair),
    ask: asked !== undefined && isAsking && askOf(asked, pair),
  });
  return { html: String(html), isFound: state !== 'invalid', isRefused: refused.includes(state) };
};
