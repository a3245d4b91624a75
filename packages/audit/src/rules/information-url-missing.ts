import { linkFields } from '../audited-client.ts';
import { linkNames, readLink } from '../link.ts';
import { listOf, quoteUri } from '../quote.ts';
import type { ClientRule } from '../rule.ts';
import { registeringAnApp } from '../source.ts';

export const informationUrlMissing: ClientRule = {
  id: 'information-url-missing',
  title: 'A client links to its website, its terms and its privacy policy',
  level: 'note',
  why: 'A user who is asked for consent cannot find out who asks, and what becomes of the data. Nothing leaks by it, so it is a note.',
  help: 'Add the page’s address.',
  source: registeringAnApp,
  *check({ links }) {
    const missing = linkFields.filter((field) => links[field] === undefined);
    if (missing.length > 0) {
      yield { message: `The client has no link to its ${listOf(missing.map((field) => linkNames[field]))}.` };
    }
    for (const field of linkFields) {
      const text = links[field];
      if (text === undefined || readLink(text).followable) continue;
      yield { message: `The ${linkNames[field]} ${quoteUri(text)} is no address of a page.` };
    }
  },
};
