import { expect, test } from 'vitest';
import type { Client } from '@docspace-oauth/api';
import { audit } from '../src/audit.ts';
import { app, today } from './corpus/case.ts';

const count = 10_000;

function portal(nameOf: (index: number) => string): Client[] {
  const client = app('Tasks', 'tasks.example');
  return Array.from({ length: count }, (_, index) => ({
    ...client,
    client_id: `id-${index}`,
    name: nameOf(index),
  }));
}

test('10,000 harmless clients with names of their own: nothing is found', () => {
  expect(
    audit(
      portal((index) => `Tasks of team ${index}`),
      { now: today },
    ),
  ).toEqual([]);
});

test.each([
  ['of one name', (): string => 'Tasks', ['duplicate-name']],
  [
    'that imitate each other in two groups',
    (index: number): string => (index % 2 ? 'Tasks' : 'Таsks'),
    ['duplicate-name', 'look-alike-name'],
  ],
  [
    'that imitate each other, each in its own way',
    (index: number): string => `Tas${'\u200B'.repeat(index % 997)}ks`,
    ['duplicate-name', 'look-alike-name'],
  ],
])(
  '10,000 clients %s: each gets one finding of a rule, whose length does not grow with the portal',
  (_, nameOf, expected) => {
    const findings = audit(portal(nameOf), { now: today });
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(expected));
    expect(findings).toHaveLength(count * expected.length);
    expect(Math.max(...findings.map(({ message }) => message.length))).toBeLessThan(2200);
  },
);
