import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { en } from '../console/src/words/en.ts';
import { enRefusals } from '../console/src/words/en-refusals.ts';
import { enRuns } from '../console/src/words/en-runs.ts';
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
  return (key) => literals.has(key) || isMade(key);
};

const routes = 'console/src/pages/routes.tsx';
/** A part of a page that is fetched together with words of runs, as pages of runs are. */
const withWords = /import\('([^']+)'\), fetchWords\('runs'\)/g;
const importsOf = (source: string): string[] =>
  allOf(source.replaceAll(withWords, ''), /(?:from |import |import\()'(\.[^']+)'/g);
/** It fetches its words itself when it needs them. */
const apart = 'console/src/shell/cause-text.ts';

type Imported = { from: string; name: string };

/** What these are made of: all that they import, now or later. */
const madeOf = (roots: readonly Imported[]): Set<string> => {
  const seen = new Set<string>();
  const follow = ({ from, name }: Imported): void => {
    const file = path.join(path.dirname(from), name);
    if (seen.has(file) || file === apart || file === routes || !files.includes(file)) return;
    seen.add(file);
    for (const imported of importsOf(readFileSync(file, 'utf8'))) follow({ from: file, name: imported });
  };
  for (const root of roots) follow(root);
  return seen;
};

const table = readFileSync(routes, 'utf8');
/** The pages that this function of the table of routes makes. */
const pagesBy = (made: string): Imported[] => {
  const pages = allOf(
    table,
    new RegExp(String.raw`(?<!\w)${made}\(\s*'/[^']*',\s*async \(\) => \(await import\('([^']+)'\)`, 'g'),
  );
  if (pages.length !== allOf(table, new RegExp(String.raw`(?<!\w)${made}\(\s*('/)`, 'g')).length)
    throw new Error(`a page of ${routes} is written in a way that is not read here`);
  return pages.map((name) => ({ from: routes, name }));
};

const always: Imported[] = [
  ...allOf(table, /from '(\.[^']+)'/g).map((name) => ({ from: routes, name })),
  ...importsOf(readFileSync('console/src/main.tsx', 'utf8')).map((name) => ({ from: 'console/src/main.tsx', name })),
];
const later: Imported[] = files.flatMap((from) =>
  allOf(readFileSync(from, 'utf8'), withWords).map((name) => ({ from, name })),
);

const isShown = shows(read(files));
const unused = Object.keys({ ...en, ...enRuns, ...enWriting, ...enRefusals }).filter((key) => !isShown(key));
for (const key of unused) process.stderr.write(`✗ nothing in the console shows ${key}\n`);

/** Words that a page shows and does not fetch. */
const unfetched = (roots: readonly Imported[], others: readonly string[], fetched: string): string[] => {
  const isShownThere = shows(read(madeOf(roots)));
  const keys = others.filter(isShownThere);
  for (const key of keys)
    process.stderr.write(`✗ ${key} belongs to ${fetched}: a page shows it that fetches no others\n`);
  return keys;
};
const missing = [
  ...unfetched([...always, ...pagesBy('page')], Object.keys({ ...enRuns, ...enWriting, ...enRefusals }), 'words/en.ts'),
  ...unfetched([...pagesBy('runsPage'), ...later], Object.keys({ ...enWriting, ...enRefusals }), 'words/en-runs.ts'),
];
process.exitCode = unused.length + missing.length > 0 ? 1 : 0;
