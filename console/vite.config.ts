import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { z } from 'zod';

const topic = z.object({ words: z.record(z.string(), z.string()) });

/** Sentences are read when the console is built: what reads them stays out of the browser. */
const compiledWords: Plugin = {
  name: 'compiled-words',
  transform: {
    filter: { id: /\/src\/words\/(en|de)\/[\w-]+\.ts$/ },
    handler: async (code) => {
      const { words } = topic.parse(await import(`data:text/javascript,${encodeURIComponent(code)}`));
      const compiled = Object.entries(words).map(([key, sentence]) => [key, compileMessageOrThrow(sentence)]);
      return { code: `export const words = ${JSON.stringify(Object.fromEntries(compiled))};`, map: null };
    },
  },
};

// Mail addresses and tokens pass through the console: no source maps beside it, nothing inlined that the policy forbids.
export default defineConfig({
  plugins: [react(), compiledWords],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What every page needs and seldom changes stays in the browser's cache when the console is renewed.
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router)[\\/]/ },
            { name: 'zod', test: /node_modules[\\/]zod[\\/]/ },
          ],
        },
      },
    },
  },
});
