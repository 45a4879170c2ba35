import type { Snippet } from '../../domain/model/snippet.ts';
import { now, person } from './samples.ts';

/** Nobody who confirms: who changed a snippet has a hand in what is sent with it. */
export const hanna = { ...person, sub: 'hanna', name: 'Hanna' };

export const snippetOf = (id: string, text: string): Snippet => ({
  id,
  version: 1,
  text,
  createdAt: now,
  createdBy: hanna,
  updatedAt: now,
  updatedBy: hanna,
  hands: [{ by: hanna, at: now }],
});
