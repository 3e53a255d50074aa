/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: '<rootDir>/tests/support/temporary-environment.ts',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  // Beside what it caches, so that nothing of a run stays in the system's temporary folder.
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  maxWorkers: 2,
  testTimeout: 60000,
};
