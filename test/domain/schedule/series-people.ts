import type { Actor, Role } from '../../../domain/people/people.ts';

export const names = ['paula', 'both', 'twice', 'anton', 'ada'] as const;
export type Name = (typeof names)[number];
export const rolesOf: Record<Name, Role[]> = {
  paula: ['prepare-deliveries'],
  both: ['prepare-deliveries', 'start-deliveries'],
  twice: ['prepare-deliveries', 'start-deliveries'],
  anton: ['start-deliveries'],
  ada: ['administration'],
};

/** With the roles that they have at first, or those that they were given since. */
export const actorOf = (name: Name, roles: readonly Role[] = rolesOf[name]): Actor => ({
  sub: name,
  email: `${name}@freigabe.example`,
  name,
  language: 'en',
  groups: [...roles],
});
