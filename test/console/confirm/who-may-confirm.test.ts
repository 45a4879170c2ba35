import { expect, test } from '@jest/globals';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { WhoMayConfirm } from '../../../console/src/confirm/who-may-confirm.tsx';
import { de } from '../../../console/src/words/de.ts';
import { en } from '../../../console/src/words/en.ts';
import type { RunView } from '../../../domain/model/run-view.ts';

const run = {
  state: 'AwaitingConfirmation',
  you: { bar: 'role' },
  approvals: [],
  approvers: [{ sub: 'a', name: 'Anna <i>Berg</i> {n} <b>' }],
} as unknown as RunView;

test.each([
  ['en', '<b>Anna &lt;i&gt;Berg&lt;/i&gt; {n} &lt;b&gt;</b> can (role Start deliveries).'],
  ['de', '<b>Anna &lt;i&gt;Berg&lt;/i&gt; {n} &lt;b&gt;</b> kann das (Rolle Sendungen starten).'],
])('a name is shown as it is, whatever looks like a mark in it, in %s', (language, sentence) => {
  i18n.load({ en, de });
  i18n.activate(language);
  const children = createElement(WhoMayConfirm, { run });
  expect(renderToStaticMarkup(createElement(I18nProvider, { i18n, children }))).toContain(`<p>${sentence}</p>`);
});
