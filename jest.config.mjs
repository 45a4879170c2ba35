/** @type {import('jest').Config} */
const base = {
  rootDir: import.meta.dirname,
  testEnvironment: '<rootDir>/test/environment.ts',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  modulePathIgnorePatterns: ['<rootDir>/cdk.out', '<rootDir>/dist', '<rootDir>/.local'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2024',
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
};
const project = (name) => ({ ...base, displayName: name, testMatch: [`<rootDir>/test/${name}/**/*.test.ts`] });
const onLocalAws = (name) => ({
  ...project(name),
  globalSetup: '<rootDir>/test/instance.ts',
  globalTeardown: '<rootDir>/test/instance-end.ts',
});
export default {
  // Whole stories wait for a real workflow; a test that hangs is stopped by its own waits first.
  testTimeout: 240_000,
  testSequencer: '<rootDir>/test/sequencer.ts',
  projects: [
    ...['domain', 'local', 'console'].map(project),
    { ...project('lib'), globalSetup: '<rootDir>/test/lib/setup.ts' },
    ...['adapters', 'flow', 'browser'].map(onLocalAws),
  ],
};
