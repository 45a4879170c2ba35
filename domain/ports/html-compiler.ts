/** Responsive HTML from MJML; `problem` says in one line what is wrong with the source. */
export type HtmlCompiler = { compile(mjml: string): Promise<{ html: string } | { problem: string }> };
