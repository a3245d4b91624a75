import type { Visitor } from './redocly.ts';

/** Each media type has a named example: it is what a mock answers and what a reader sees. */
export const mediaTypeExamples: Visitor = () => ({
  MediaType: {
    enter({ examples = {} }, { report, location }) {
      if (Object.keys(examples).length > 0) return;
      report({ message: 'A media type has at least one entry under examples.', location: location.key() });
    },
  },
});
