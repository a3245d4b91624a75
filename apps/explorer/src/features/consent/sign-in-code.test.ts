import { expect, test } from 'vitest';

import { buttonMarkup, routeCode, type SignIn } from './sign-in-code.ts';

const signIn: SignIn = {
  name: 'Calendar',
  portal: 'https://portal.example.com',
  clientId: 'a-1',
  redirectUri: 'https://app.example.com/callback',
  scopes: ['files:read', 'openid'],
};

test('a name cannot leave the text of the button', () => {
  const markup = buttonMarkup({ ...signIn, name: '</a><script>alert("1")</script>' });
  expect(markup).not.toContain('<script>');
  expect(markup).toContain('&#60;script&#62;');
});

test('the button has neither state nor challenge: those are made for each sign-in', () => {
  expect(buttonMarkup(signIn)).not.toMatch(/state|challenge/u);
  expect(routeCode(signIn)).toContain("redirect_uri: 'https://app.example.com/callback',");
});

test('no value can end its literal in the code', () => {
  const hostile = `'; alert(1); "\\\n`;
  const [line = ''] = /client_id: .*/u.exec(routeCode({ ...signIn, clientId: hostile })) ?? [];
  // oxlint-disable-next-line typescript/no-implied-eval -- whether it is one literal is the question
  const value: unknown = new Function(`return { ${line} }`)();
  expect(value).toEqual({ client_id: hostile });
});
