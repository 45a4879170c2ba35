import { describe, expect, test } from '@jest/globals';
import { BounceReason } from '../../../domain/model/profile.ts';
import { runStates } from '../../../domain/model/run.ts';
import { whySentence } from '../../../domain/track/why-words.ts';

const facts = { campaignName: 'Tulips', at: '2026-11-24T10:00:00.000Z' };
const camel = /[a-z][A-Z]/;

describe('why somebody got it or did not', () => {
  test('a run that waits is said to in the words of each language', () => {
    expect(whySentence({ ...facts, cause: 'waiting', detail: 'AwaitingConfirmation' })).toEqual({
      en: 'Not yet. The message of “Tulips” waits; the state of the run is “awaiting confirmation”.',
      de: 'Noch nicht. Die Nachricht von „Tulips“ wartet; die Ausführung ist im Zustand „wartet auf Bestätigung“.',
    });
  });

  test('a failure is said with its reason in the words of each language', () => {
    expect(whySentence({ ...facts, cause: 'failed', detail: 'mailboxFull' })).toEqual({
      en: 'No. “Tulips” failed on 24 Nov 2026, 10:00 UTC: the mailbox is full.',
      de: 'Nein. „Tulips“ schlug am 24.11.2026, 10:00 UTC fehl, Grund: das Postfach ist voll.',
    });
  });

  test('no state and no reason stands in a sentence as the API names it', () => {
    for (const state of runStates)
      for (const cause of ['waiting', 'ended'] as const)
        for (const sentence of Object.values(whySentence({ ...facts, cause, detail: state })))
          expect(sentence).not.toMatch(camel);
    for (const reason of [...BounceReason.options, 'rejected'])
      for (const sentence of Object.values(whySentence({ ...facts, cause: 'failed', detail: reason })))
        expect(sentence).not.toMatch(camel);
  });
});
