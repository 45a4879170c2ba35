import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installPython } from '../../local/emulator.ts';
import { command, Failure } from '../../local/failure.ts';
import { findPython } from '../../local/preflight.ts';
import { run } from '../../local/processes.ts';
import { root } from '../../local/settings.ts';
import { synthesise } from '../lib/synthesise.ts';

/**
 * Holds the templates of all stacks against the resource schemas of CloudFormation with cfn-lint, in a region of every
 * account, in the one where everything of CloudFront is, and in one that is opted into; in the first one also
 * with data that are not kept. Usage: npm run check:templates, after npx tsx bin/bundle.ts
 */
const regions = ['eu-central-1', 'us-east-1', 'eu-central-2'];

/** What cfn-lint says of every app of CDK, and why nothing follows from it. */
const ignored = {
  W3005: 'CDK writes DependsOn beside a reference that says the same.',
  W6001: 'An output of the app stack may repeat what it imported, so that people find all names in one place.',
};

const write = (folder: string, region: string): string[] =>
  (region === regions[0] ? [true, false] : [true]).flatMap((retainData) => {
    const order = { stage: 'example', settings: { region, retainData }, rules: false } as const;
    const { data, app, console: front } = synthesise(order);
    return [data, app, ...(front ? [front] : [])].map(({ name, template }) => {
      const file = path.join(folder, `${name}.${region}.${retainData ? 'kept' : 'fleeting'}.json`);
      writeFileSync(file, JSON.stringify(template, null, 1));
      return file;
    });
  });

const lint = async (cfnLint: string, region: string, files: string[]): Promise<void> => {
  try {
    await run(cfnLint, ['--regions', region, '--ignore-checks', ...Object.keys(ignored), '--template', ...files]);
  } catch (error) {
    throw new Failure(`${region}: ${error instanceof Error ? error.message : 'cfn-lint failed'}`);
  }
};

await command(async () => {
  const venv = path.join(root, '.local/cfn-lint');
  const installed = installPython(findPython, venv, path.join(root, 'test/templates/requirements.txt'));
  const folder = mkdtempSync(path.join(tmpdir(), 'freigabe-templates-'));
  try {
    const written = regions.map((region) => ({ region, files: write(folder, region) }));
    await installed;
    // Each takes one core for as long as a region's schemas take to be read.
    await Promise.all(written.map(async ({ region, files }) => lint(path.join(venv, 'bin/cfn-lint'), region, files)));
  } finally {
    rmSync(folder, { recursive: true });
  }
  process.stdout.write(`The templates are as CloudFormation expects them in ${regions.join(', ')}.\n`);
});
