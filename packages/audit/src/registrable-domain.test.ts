import { expect, test } from 'vitest';
import { registrableDomain } from './registrable-domain.ts';

test.each([
  ['a.b.example.com', 'example.com'],
  ['example.co.uk', 'example.co.uk'],
  ['login.example.co.uk', 'example.co.uk'],
  ['a.github.io', 'a.github.io'],
  ['x.a.github.io', 'a.github.io'],
  // A public suffix itself: whoever runs it.
  ['github.io', 'github.io'],
  ['app.tasks.example', 'tasks.example'],
  ['*.tasks.example', 'tasks.example'],
  ['with_underscore.tasks.example', 'tasks.example'],
  ['app.xn--bcher-kva.example', 'xn--bcher-kva.example'],
  // A public suffix in punycode: 公司.cn.
  ['a.b.xn--55qx5d.cn', 'b.xn--55qx5d.cn'],
])('%s belongs to %s', (host, domain) => {
  expect(registrableDomain(host)).toBe(domain);
});

test.each(['127.0.0.1', '203.0.113.9', '::1', 'localhost', 'a.localhost', 'intranet', 'nas.local'])(
  '%s belongs to none',
  (host) => {
    expect(registrableDomain(host)).toBeUndefined();
  },
);
