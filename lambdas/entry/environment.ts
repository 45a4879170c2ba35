import type * as z from 'zod';

/**
 * The one place where a Lambda reads its environment. The same schema types the environment in the
 * infrastructure, so a missing variable fails the build; this check catches a hand-made change.
 * @throws Error that names the variables, never their values
 */
export const readEnvironment = <S extends z.ZodType>(schema: S): z.output<S> => {
  const parsed = schema.safeParse(process.env);
  if (parsed.success) return parsed.data;
  const names = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new Error(`environment variables missing or wrong: ${names}`);
};
