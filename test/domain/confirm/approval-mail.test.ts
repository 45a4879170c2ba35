import { describe, expect, test } from '@jest/globals';
import type { Person } from '../../../domain/people/people.ts';
import { approvalMail } from '../../../domain/confirm/approval-mail.ts';
import { awaiting, person } from '../samples.ts';

const mailTo = (approver: Person, schedule: typeof awaiting.schedule = awaiting.schedule) =>
  approvalMail({
    run: { ...awaiting, schedule },
    approver,
    link: 'https://console.example/confirmations/x',
    from: 'freigabe@freigabe.example',
    isReminder: false,
  });

describe('the approval mail', () => {
  test('tells the end of the question once where the zone is UTC, and in both where it is not', () => {
    const times = (text: string): number =>
      text
        .split('It is yours alone')
        .at(-1)
        ?.match(/\d\d:\d\d/g)?.length ?? 0;
    expect(times(mailTo(person).text)).toBe(1);
    expect(
      times(mailTo(person, { mode: 'onDate', startSendingFrom: '2026-12-01T09:00', zone: 'Asia/Tokyo' }).text),
    ).toBe(2);
  });

  test('has one address to go to, the same in HTML and text', () => {
    const { html, text } = mailTo({ ...person, language: 'de' });
    const addresses = (part: string) => [...new Set(part.match(/https?:\/\/[^\s"<)]+/g))];
    expect(addresses(text)).toEqual(['https://console.example/confirmations/x']);
    expect(addresses(html)).toEqual(addresses(text));
  });

  test.each([
    ['en', '1 recipient – once', ['one person', 'one warning, 0 blocking']],
    ['de', '1 Empfänger – unmittelbar', ['eine Person', 'eine Warnung, 0 blockierend']],
  ] as const)('counts one of a thing as one, in %s', (language, subject, said) => {
    const counts = { targeted: 1, excluded: [], toDeliver: 1 };
    const checks = [{ code: 'size' as const, verdict: 'warning' as const, facts: {} }];
    const mail = approvalMail({
      run: { ...awaiting, preparation: { ...awaiting.preparation, counts, checks } },
      approver: { ...person, language },
      link: 'https://console.example/confirmations/x',
      from: 'freigabe@freigabe.example',
      isReminder: false,
    });
    expect(mail.subject).toContain(subject);
    for (const sentence of said) expect(mail.text).toContain(sentence);
  });

  test('is answered to whoever asked; a machine has no address, and SES takes no empty header', () => {
    const mail = (email: string) =>
      approvalMail({
        run: { ...awaiting, requestedBy: { ...person, email } },
        approver: person,
        link: 'https://console.example/confirmations/x',
        from: 'freigabe@freigabe.example',
        isReminder: false,
      }).headers;
    expect(mail('anna@freigabe.example')).toMatchObject({ 'Reply-To': 'anna@freigabe.example' });
    expect(mail('')).toEqual({ 'Auto-Submitted': 'auto-generated' });
  });

  test.each([
    ['en', 'the following runs of this series are sent without asking'],
    ['de', 'werden die folgenden Ausführungen dieser Reihe gesendet, ohne dass noch einmal gefragt wird'],
  ] as const)('says in %s that it releases a series, and only then', (language, sentence) => {
    const mail = (releasesSeries: boolean) =>
      approvalMail({
        run: { ...awaiting, releasesSeries },
        approver: { ...person, language },
        link: 'https://console.example/confirmations/x',
        from: 'freigabe@freigabe.example',
        isReminder: false,
      });
    for (const part of ['html', 'text'] as const) {
      expect(mail(true)[part]).toContain(sentence);
      expect(mail(false)[part]).not.toContain(sentence);
    }
  });

  test('names everybody who had a hand in it', () => {
    const authors = [{ ...person, sub: 's', name: 'Bernd' }];
    const ask = { approver: person, link: '', from: 'freigabe@freigabe.example', isReminder: false };
    const { html, text } = approvalMail({ ...ask, run: { ...awaiting, authors } });
    for (const part of [html, text]) expect(part).toContain('Bernd, Paula');
  });

  test('names the campaign and how many get it, and nobody but whoever is written to and whoever asks', () => {
    const { html, text, subject } = mailTo(person);
    for (const part of [html, text]) {
      expect(part).toContain('Letter');
      expect(part).toMatch(/\b8\b/);
      const known = [person.email, awaiting.requestedBy.email];
      expect((part.match(/[\w.+-]+@[\w.-]+\w/g) ?? []).filter((address) => !known.includes(address))).toEqual([]);
      expect(part).not.toContain(awaiting.preparation.manifestHash);
    }
    expect(subject).toContain('Letter');
  });
});
