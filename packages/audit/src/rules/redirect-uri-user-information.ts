import { quoteUri } from '../quote.ts';
import type { ClientRule } from '../rule.ts';
import { rfc } from '../source.ts';

export const redirectUriUserInformation: ClientRule = {
  id: 'redirect-uri-user-information',
  title: 'A redirect URI has no user name and no password',
  level: 'error',
  why: 'What stands before @ is no host but looks like one: https://portal.example.com@evil.example leads to evil.example. A password there is known to everyone who sees the URI.',
  help: 'Remove what stands between // and @. If it is a password, change it.',
  source: rfc(9110, '4.2.4'),
  *check({ redirectUris }) {
    for (const { text } of redirectUris) {
      // Read from the text, because a URL does not show an empty user name.
      if (!/^[^/\\?#]*[/\\]{2,}[^/\\?#]*@/u.test(text)) continue;
      yield { message: `The redirect URI ${quoteUri(text)} has user information before its host.` };
    }
  },
};
