import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // What needs Debian's packages or takes minutes has a command of its own: npm run test:tools.
    // Many machines need PostgreSQL and the Node of the queue: npm run test:cluster.
    exclude: [
      ...(process.env.TOOLS ? [] : ['test/tools/**']),
      ...(process.env.CLUSTER ? [] : ['test/cluster/**']),
    ],
    testTimeout: 120_000,
    hookTimeout: 600_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})
