import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { en } from '../console/src/words/en.ts';
import { enWriting } from '../console/src/words/en-writing.ts';

/**
 * Words of the console that nothing shows, and words that a page shows before it fetches them: prints each key and
 * ends with 1. A key is shown when it stands in the source as it is, or when a template in the source makes it:
 * `shell.state.${state}` shows `shell.state.Draft` because `'Draft'` is a value that the source knows.
 */
const read = (files: Iterable<string>): string => [...files].map((file) => readFileSync(file, 'utf8')).join('\n');
const allOf = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found = '']) => found);

const files = globSync('console/src/**/*.{ts,tsx}').filter((file) => !file.startsWith('console/src/words/'));
/** Strings and names of members, of the console and of the domain, whose states and causes the templates are filled with. */
const known = `${read(files)}\n${read(globSync('domain/**/*.ts'))}`;
const values = new Set([...allOf(known, /['"]([\w.-]+)['"]/g), ...allOf(known, /^\s*(\w+): /gm)]);

/** i18next picks the form of a number by itself. */
const shownAs = (key: string): string => key.replace(/_(one|other|zero)$/, '');

/** Whether that part of the source shows a key. */
const shows = (source: string): ((key: string) => boolean) => {
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
  return (key) => literals.has(shownAs(key)) || isMade(shownAs(key));
};

const routes = 'console/src/pages/routes.tsx';
/** A part of a page that is fetched together with the other words, as pages on which something is written are. */
const withWords = /import\('[^']+'\), fetchWritingWords\(\)/g;
const importsOf = (source: string): string[] =>
  allOf(source.replaceAll(withWords, ''), /(?:from |import |import\()'(\.[^']+)'/g);
/** What pages that fetch no more than the first words are made of: all that they import, now or later. */
const firstFiles = (): Set<string> => {
  const table = readFileSync(routes, 'utf8');
  const pages = allOf(table, /(?<!\w)page\(\s*'\/[^']*',\s*async \(\) => \(await import\('([^']+)'\)/g);
  if (pages.length !== allOf(table, /(?<!\w)page\(\s*('\/)/g).length)
    throw new Error(`a page of ${routes} is written in a way that is not read here`);
  const seen = new Set([routes]);
  const follow = (from: string, imported: string[]): void => {
    for (const name of imported) {
      const file = path.join(path.dirname(from), name);
      if (seen.has(file) || !files.includes(file)) continue;
      seen.add(file);
      follow(file, importsOf(readFileSync(file, 'utf8')));
    }
  };
  follow(routes, pages);
  follow('console/src/main.tsx', allOf(readFileSync('console/src/main.tsx', 'utf8'), /from '(\.[^']+)'/g));
  follow(routes, allOf(table, /from '(\.[^']+)'/g));
  return seen;
};

const isShown = shows(read(files));
const unused = [...Object.keys(en), ...Object.keys(enWriting)].filter((key) => !isShown(key));
for (const key of unused) process.stderr.write(`✗ nothing in the console shows ${key}\n`);
const isShownFirst = shows(read(firstFiles()));
const missing = Object.keys(enWriting).filter(isShownFirst);
for (const key of missing)
  process.stderr.write(`✗ ${key} belongs to the first words: a page shows it that fetches no others\n`);
process.exitCode = unused.length + missing.length > 0 ? 1 : 0;
