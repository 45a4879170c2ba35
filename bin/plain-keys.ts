import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

const constant = /^const (\w+) = ("[^"]*");$/gm;
const computedKey = /\[(\w+)\]:/g;

/** Writes a key that is a constant of its file as what it is: `{ [_h]: … }` becomes `{ "http": … }`. */
export const withPlainKeys = (source: string): string => {
  const constants = new Map([...source.matchAll(constant)].map(([, name = '', text = '']) => [name, text]));
  return source.replaceAll(computedKey, (whole, name: string) => {
    const text = constants.get(name);
    return text === undefined ? whole : `${text}:`;
  });
};

/**
 * A computed key may run code, for all that esbuild knows, so it keeps each operation of a service whose schema has
 * one, and everything that the operation's schema names: of S3 and SES together a hundred kilobytes that nobody asks
 * for, read and parsed at each cold start.
 */
export const plainKeys: Plugin = {
  name: 'plain-keys',
  setup: (build) => {
    build.onLoad({ filter: /@aws-sdk.client-[\w-]+.dist-es.schemas.schemas_0\.js$/ }, ({ path }) => ({
      contents: withPlainKeys(readFileSync(path, 'utf8')),
      loader: 'js',
    }));
  },
};
