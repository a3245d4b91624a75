import type { Visitor } from './redocly.ts';

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The name of an example is a word of a request (`Prefer: example=several`), so it needs no quoting. */
export const exampleSlugs: Visitor = () => ({
  MediaType: {
    enter({ examples = {} }, { report, location }) {
      for (const name of Object.keys(examples).filter((key) => !slug.test(key))) {
        const message = `The example ${JSON.stringify(name)} needs a name of lower-case words and hyphens.`;
        report({ message, location: location.child(['examples', name]).key() });
      }
    },
  },
});
