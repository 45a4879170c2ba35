import { expect, test } from '@jest/globals';
import { AudienceRules } from '../../../domain/model/audience-rules.ts';
import { changedFields } from '../../../domain/confirm/difference.ts';
import { manifest } from '../samples.ts';

test('rules that leave out others are a difference between two versions', () => {
  const off = AudienceRules.parse({ off: ['optedOut'] });
  expect(changedFields(manifest, { ...manifest, rules: off })).toEqual(['rules']);
  expect(changedFields(manifest, manifest)).toEqual([]);
});
