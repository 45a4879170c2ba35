import { expect, test } from '@jest/globals';
import { noImports } from '../../../domain/model/import-snapshot.ts';
import type { Campaign } from '../../../domain/model/campaign.ts';
import { CONTENT_BYTES, contentBytes } from '../../../domain/write/campaign-size.ts';
import { mailChecks } from '../../../domain/prepare/mail-checks.ts';
import { MailSurvey } from '../../../domain/prepare/mail-survey.ts';
import { compileContent } from '../../../domain/content/render.ts';
import { assemble } from '../../../domain/content/skeleton.ts';
import { draftOf } from '../../../lambdas/prepare/draft-run.ts';
import { author, now } from '../samples.ts';

const bed = (number: number): string =>
  `<p style='color:#222;${'padding:0;'.repeat(15)}'>Bed ${number}: <a href='https://shop.example/${number}'>peas</a> for {{ name }}, {{ number }}</p>\n`;

const htmlOf = (bytes: number): string => {
  const beds: string[] = [];
  for (let length = 0, number = 0; length < bytes; number += 1) length += beds[beds.push(bed(number)) - 1]?.length ?? 0;
  return `<html><body>${beds.join('')}<a href='{{ unsubscribe_url }}'>Leave</a></body></html>`;
};

const campaignWith = (html: string): Campaign => ({
  id: 'c',
  version: 1,
  createdAt: now,
  createdBy: author,
  updatedAt: now,
  updatedBy: author,
  name: 'Letter',
  list: 'friends',
  sender: { name: 'Shop', address: 'news@shop.example' },
  content: { subject: 'Hi', preheader: 'Spring', html, text: 'Hi {{ unsubscribe_url }}' },
  schedule: { mode: 'onceConfirmed' },
  requestConfirmation: true,
});

const noMjml = {
  compile: async () => {
    throw new Error('it is HTML');
  },
};
const draftFor = async (html: string) =>
  draftOf(
    { html: noMjml, profiles: { inList: async function* inList() {} }, lists: { get: async () => undefined } },
    campaignWith(html),
    { imports: noImports },
  );

const recipient = (number: number) => ({
  profileId: `p${number}`,
  address: `p${number}@reader.example`,
  data: { name: `Nora ${number}`, number: String(number) },
});

test('a content of 700 KB with thousands of links and values is prepared, and each mail fits', async () => {
  const html = htmlOf(700_000);
  const draft = await draftFor(html);
  if ('verdict' in draft) throw new Error(JSON.stringify(draft));
  const survey = new MailSurvey(draft.content, () => 21, false);
  for (let number = 0; number < 3; number += 1) survey.add(recipient(number));
  expect(mailChecks(draft.content, survey.state()).find(({ code }) => code === 'mailSize')).toMatchObject({
    verdict: 'passed',
  });
  const { data } = recipient(7);
  const values = compileContent(draft.content)({ ...data, unsubscribe_url: 'https://f.example/u' });
  const mail = assemble(draft.content.html.skeleton, values);
  expect(mail.match(/ses:tags="label:peas"/g)).toHaveLength(html.match(/peas/g)?.length ?? 0);
  expect(mail).toContain('for Nora 7, 7</p>');
  expect(mail).toContain("<a ses:no-track href='https://f.example/u'>");
  expect(mail).not.toContain('{{');
});

test('a content that can be saved and is too large for SES as it is sent is blocked, with what it has and what fits', async () => {
  const html = htmlOf(CONTENT_BYTES - 1000);
  expect(contentBytes(campaignWith(html).content)).toBeLessThanOrEqual(CONTENT_BYTES);
  const draft = await draftFor(html);
  if ('verdict' in draft) throw new Error(JSON.stringify(draft));
  const survey = new MailSurvey(draft.content, () => 21, false);
  for (let number = 0; number < 3; number += 1) survey.add(recipient(number));
  const check = mailChecks(draft.content, survey.state()).find(({ code }) => code === 'mailSize');
  expect(check).toMatchObject({ verdict: 'blocking', facts: { mails: 3, example: 'p0', limit: 1000 } });
  expect(check?.facts['kilobytes']).toBeGreaterThan(1000);
});

test('what is longer than any template can be is told with both numbers', async () => {
  expect(await draftFor('x'.repeat(2_100_000))).toMatchObject({
    code: 'templateValid',
    verdict: 'blocking',
    facts: { cause: expect.stringMatching(/^the HTML has 21\d{5} characters, and 2000000 fit$/) },
  });
});
