import type { Visitor } from './redocly.ts';

/** A code generator names the alternatives of a union by their components; without names it makes up types, or gives up. */
export const namedUnions: Visitor = () => ({
  Schema: {
    enter({ oneOf, anyOf = [] }, { report, location }) {
      if (anyOf.length > 0) {
        report({
          message: 'A union is a oneOf: exactly one alternative applies.',
          location: location.child(['anyOf']).key(),
        });
      }
      for (const [index, alternative] of (oneOf ?? []).entries()) {
        if ('$ref' in alternative) continue;
        report({
          message: 'Each alternative of a oneOf is a $ref.',
          location: location.child(['oneOf', index]),
        });
      }
    },
  },
  MediaType: {
    enter({ schema = {} }, { report, location }) {
      if (!('oneOf' in schema)) return;
      report({
        message: 'A union is a component, so that it has a name.',
        location: location.child(['schema']),
      });
    },
  },
});
