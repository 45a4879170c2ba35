import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { row } from '../../../console/src/form/draft-frequency.ts';
import { emptyDraft, type Draft } from '../../../console/src/form/draft.ts';
import {
  draftParts,
  isEqualIn,
  meetDrafts,
  strayFields,
  withParts,
  type DraftPart,
} from '../../../console/src/form/meet-drafts.ts';

const base = { ...emptyDraft(), name: 'Letter', source: '<mjml>', times: [row('09:00')] };

/** A change of each part. */
const changes: Record<DraftPart, (by: string) => Partial<Draft>> = {
  name: (by) => ({ name: by }),
  labels: (by) => ({ labels: by }),
  subject: (by) => ({ subject: by }),
  preheader: (by) => ({ preheader: by }),
  source: (by) => ({ source: by }),
  text: (by) => ({ text: by }),
  languages: (by) => ({ language: by }),
  attachments: (by) => ({
    attachments: [{ name: `${by}.pdf`, type: 'application/pdf', bytes: 1, sha256: 'a'.repeat(64) }],
  }),
  links: (by) => ({ utmSource: by }),
  schedule: (by) => ({ times: [row(by)] }),
  confirmation: (by) => ({ approvals: by }),
  limits: (by) => ({ audienceChange: by }),
  audience: (by) => ({ list: by }),
  rules: (by) => ({ controlPercent: by }),
  sender: (by) => ({ replyTo: by }),
};
const changed = (parts: readonly DraftPart[], by: string): Draft =>
  parts.reduce((draft, part) => ({ ...draft, ...changes[part](by) }), { ...base, times: [row('09:00')] });

describe('two drafts of one campaign', () => {
  test('every field belongs to a part', () => {
    expect(strayFields()).toEqual([]);
  });

  test('keep what only one of them changed, and ask about what both did', () => {
    const some = fc.subarray([...draftParts]);
    fc.assert(
      fc.property(some, some, (mine, theirs) => {
        const { both, theirs: taken, merged } = meetDrafts(base, changed(mine, 'mine'), changed(theirs, 'theirs'));
        expect(both).toEqual(draftParts.filter((part) => mine.includes(part) && theirs.includes(part)));
        expect(taken).toEqual(draftParts.filter((part) => !mine.includes(part) && theirs.includes(part)));
        for (const part of draftParts) {
          const by = mine.includes(part) ? 'mine' : 'theirs';
          const from = mine.includes(part) || theirs.includes(part) ? changed([part], by) : base;
          expect(isEqualIn(part, merged, from)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('that say the same meet without a question', () => {
    const meeting = meetDrafts(base, changed(['source'], 'same'), changed(['source'], 'same'));
    expect(meeting).toMatchObject({ both: [], theirs: [] });
  });

  test('of an unknown origin ask about whatever differs', () => {
    expect(meetDrafts(undefined, changed(['name'], 'mine'), changed(['text'], 'theirs')).both).toEqual([
      'name',
      'text',
    ]);
  });

  test('take a part whole', () => {
    const theirs = changed(['schedule', 'name'], 'theirs');
    expect(withParts(base, theirs, ['schedule'])).toEqual({ ...base, times: theirs.times });
  });
});
