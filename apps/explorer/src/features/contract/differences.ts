import type { OperationFacts } from '../../../build/contract-facts.ts';

/** One way in which a portal differs from the guide, in an operation. */
export interface Difference {
  readonly what: string;
  readonly guide: string;
  readonly portal: string;
}

const credentials: Readonly<Record<OperationFacts['credential'], string>> = {
  key: 'the API key as Bearer',
  token: 'a token of five minutes as x-signature, which the key buys',
  none: 'none',
};

/** Where two contracts say different things of one operation. */
export function differencesOf(guide: OperationFacts, portal: OperationFacts): Difference[] {
  const all: Difference[] = [
    { what: 'Path', guide: guide.path, portal: portal.path },
    { what: 'Credential', guide: credentials[guide.credential], portal: credentials[portal.credential] },
    { what: 'Query parameters', guide: names(guide.query), portal: names(portal.query) },
    {
      what: 'Fields of its own',
      guide: names(guide.fields.filter((field) => !portal.fields.includes(field))),
      portal: names(portal.fields.filter((field) => !guide.fields.includes(field))),
    },
  ];
  return all.filter((difference) => difference.guide !== difference.portal);
}

function names(list: readonly string[]): string {
  return list.length === 0 ? 'none' : list.join(', ');
}
