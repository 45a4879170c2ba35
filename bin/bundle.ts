import { cpSync, globSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { plainKeys } from './plain-keys.ts';
import { releaseOfFiles, zoneFiles, zoneFolder } from './zone-files.ts';

/**
 * Bundles every Lambda entry in one esbuild call: lambdas/<room>/<name>.lambda.ts becomes
 * dist/lambdas/<room>/<name>/index.mjs. `--sizes` prints what each weighs.
 */
const outdir = 'dist/lambdas';
/**
 * A Lambda's credentials are in its environment, which the SDK asks first; it loads these other sources only when
 * it finds nothing there. Left out, they are a tenth of a bundle that nobody reads.
 */
const neverReached = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-login',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@aws-sdk/nested-clients',
  '@aws-sdk/token-providers',
  '@smithy/credential-provider-imds',
];

const entries = globSync('lambdas/*/*.lambda.ts').toSorted();

rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: Object.fromEntries(
    entries.map((file) => [file.replace(/^lambdas\/|\.lambda\.ts$/g, '') + '/index', file]),
  ),
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  minify: true,
  charset: 'utf8',
  external: neverReached,
  plugins: [plainKeys],
  mainFields: ['module', 'main'],
  // Some dependencies are CommonJS and call require for Node's own modules.
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';import{fileURLToPath as __toPath}from'node:url';import{dirname as __dirnameOf}from'node:path';const require=__createRequire(import.meta.url),__filename=__toPath(import.meta.url),__dirname=__dirnameOf(__filename);",
  },
  logLevel: 'error',
});

if (releaseOfFiles(zoneFolder) !== undefined)
  for (const bundle of globSync(`${outdir}/*/*/index.mjs`))
    for (const file of [...zoneFiles, 'LICENSE'])
      cpSync(path.join(zoneFolder, file), path.join(path.dirname(bundle), zoneFolder, file));

if (process.argv.includes('--sizes')) {
  for (const file of globSync(`${outdir}/*/*/index.mjs`).toSorted()) {
    const name = path.relative(outdir, path.dirname(file));
    process.stdout.write(`${name.padEnd(28)} ${(statSync(file).size / 1024).toFixed(0).padStart(6)} KB\n`);
  }
}
