import { runInNewContext } from 'node:vm';
import type { Finding } from '@docspace-oauth/findings/report';
import { expect, test } from 'vitest';
import { audit } from '../src/audit.ts';
import { bundle } from './bundle.ts';
import { app, today } from './corpus/case.ts';

const clients = [
  app('Tasks', 'tasks.example', { redirect_uris: ['http://10.0.0.1/cb', 'https://a.example.co.uk/cb'] }),
  app('Tаsks', 'tasks.example', { scopes: ['files:write'] }),
];

test('what a bundler makes of it needs nothing but JavaScript and URL, and finds the same as in Node', async () => {
  const code = await bundle({ format: 'iife', name: 'entry', exports: 'named' });
  // A new context has no globals of a platform: using one other than URL is a ReferenceError.
  const script = `${code}\nentry.audit(clients, { now: new Date(${today.getTime()}) });`;
  const findings = runInNewContext(script, { URL, clients }) as Finding[];
  expect(JSON.stringify(findings)).toBe(JSON.stringify(audit(clients, { now: today })));
  expect(findings.length).toBeGreaterThan(4);
});

test('in such a context, a use of Node would be noticed', () => {
  expect(() => void runInNewContext('process.version', { URL })).toThrow('process is not defined');
});
