import { globSync, readFileSync } from 'node:fs';
import { en } from '../console/src/words/en.ts';

/**
 * Words of the console that nothing shows: prints each key and ends with 1. A key is shown when it stands in the
 * source as it is, or when a template in the source makes it: `shell.state.${state}` shows `shell.state.Draft`
 * because `'Draft'` is a value that the source knows.
 */
const read = (files: string[]): string => files.map((file) => readFileSync(file, 'utf8')).join('\n');
const allOf = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found = '']) => found);

const source = read(globSync('console/src/**/*.{ts,tsx}').filter((file) => !file.startsWith('console/src/words/')));
/** Strings and names of members, of the console and of the domain, whose states and causes the templates are filled with. */
const known = `${source}\n${read(globSync('domain/**/*.ts'))}`;
const values = new Set([...allOf(known, /['"]([\w.-]+)['"]/g), ...allOf(known, /^\s*(\w+): /gm)]);

const literals = new Set(allOf(source, /['"]([a-zA-Z]+\.[\w.-]+)['"]/g));
const templates = allOf(source, /`([a-zA-Z]+\.[\w.-]*\$\{[^`]+)`/g).map((template) => {
  const fixed = template.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', String.raw`\.`));
  return new RegExp(`^${fixed.join(String.raw`([\w.-]+)`)}$`);
});

const isMade = (key: string): boolean =>
  templates.some((template) =>
    template
      .exec(key)
      ?.slice(1)
      .every((value) => values.has(value)),
  );

/** i18next picks the form of a number by itself. */
const shownAs = (key: string): string => key.replace(/_(one|other|zero)$/, '');

const unused = Object.keys(en)
  .map(shownAs)
  .filter((key) => !literals.has(key) && !isMade(key));
for (const key of unused) process.stderr.write(`✗ nothing in the console shows ${key}\n`);
process.exitCode = unused.length > 0 ? 1 : 0;
