import { Problem } from './problem.ts';

/** The thing that an id names. @throws Problem `not-found` */
export const found = <T>(
  thing: T | undefined,
  what:
    | 'run'
    | 'campaign'
    | 'profile'
    | 'list'
    | 'link'
    | 'import'
    | 'picture'
    | 'segment'
    | 'template'
    | 'snippet'
    | 'attachment',
): T => {
  if (thing !== undefined) return thing;
  throw new Problem('not-found', `There is no ${what} of this id.`, 'Look it up in its list; ids are case-sensitive.');
};
