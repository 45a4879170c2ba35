import { environmentSchema, type EnvironmentOf, type Uses } from '../uses.ts';

/**
 * The one place where a Lambda reads its environment: what it declared to use, and nothing else. The infrastructure
 * makes the environment from the same declaration; this check catches a hand-made change.
 * @throws Error that names the variables, never their values
 */
export const readEnvironment = <const U extends Uses>(uses: U): EnvironmentOf<U> => {
  const parsed = environmentSchema(uses).safeParse(process.env);
  if (parsed.success) return parsed.data;
  const names = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new Error(`environment variables missing or wrong: ${names}`);
};
