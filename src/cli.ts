#!/usr/bin/env node
// Nothing else stands here: what the commands share is built into files one folder deep.
await import('./cli/index.js')
