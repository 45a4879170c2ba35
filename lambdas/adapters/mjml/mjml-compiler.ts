import mjml2html from 'mjml';
import type { HtmlCompiler } from '../../../domain/ports/html-compiler.ts';

/** MJML to responsive HTML, once for each preparation. Liquid in it passes through untouched. */
export const mjmlCompiler: HtmlCompiler = {
  compile: async (source) => {
    const { html, errors } = await mjml2html(source, { validationLevel: 'soft', filePath: '.', ignoreIncludes: true });
    const [first] = errors;
    // Its own form of the message names the folder in which this runs.
    return first ? { problem: `line ${first.line}, ${first.tagName}: ${first.message}`, line: first.line } : { html };
  },
};
