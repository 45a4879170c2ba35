/** Cognito groups; the names are part of the public contract. */
export const roles = ['prepare-deliveries', 'start-deliveries', 'administration'] as const;
