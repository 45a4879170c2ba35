import type { ProblemCause } from '../../../domain/http/problem-cause.ts';

/** Why what mails are made of is refused; these causes have words of their own file. */
export type ContentCause = Extract<
  ProblemCause,
  `${'attachment' | 'picture' | 'brand' | 'logo' | 'template' | 'snippet' | 'tooManyTemplates' | 'tooManySnippets'}${string}`
>;
