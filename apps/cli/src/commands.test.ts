import { expect, test } from 'vitest';

import { commands } from './commands.ts';
import { descriptions } from './descriptions.ts';

test('each command that is described has a program, and no other', async () => {
  expect(Object.keys(commands)).toEqual(descriptions.map(({ name }) => name));
  for (const load of Object.values(commands)) expect(await load()).toBeTypeOf('function');
});
