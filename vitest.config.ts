import { defineConfig } from 'vitest/config'

// Rooms that only make data of data keep nothing of a test: their files share a process, and its modules are loaded once.
const PURE = [
  'catalogue',
  'check',
  'control',
  'extract',
  'layout',
  'locales',
  'model',
  'organizations',
  'report',
  'requirements',
  'resolve',
  'second-look',
  'verify',
].map((room) => `test/${room}/**/*.test.ts`)

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 600_000,
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      {
        extends: true,
        test: {
          name: 'others',
          include: ['test/**/*.test.ts'],
          // What needs Debian's packages or takes minutes has a command of its own: npm run test:tools.
          // Many machines need PostgreSQL and the Node of the queue: npm run test:cluster.
          exclude: [
            ...PURE,
            ...(process.env.TOOLS ? [] : ['test/tools/**']),
            ...(process.env.CLUSTER ? [] : ['test/cluster/**']),
          ],
        },
      },
    ],
  },
})
