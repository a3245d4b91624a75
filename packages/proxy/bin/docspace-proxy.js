#!/usr/bin/env node
// Stands beside the built command so that installing links it before it is built.
await import('../dist/main.js');
