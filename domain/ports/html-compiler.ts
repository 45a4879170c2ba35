/** Responsive HTML from MJML; `problem` says in one line what is wrong with the source, `line` where, from 1. */
export type HtmlCompiler = { compile(mjml: string): Promise<{ html: string } | { problem: string; line?: number }> };
