import type { Visitor } from './redocly.ts';

/** An operation that takes a credential says what becomes of a bad one, and of too many requests. */
export const authenticatedResponses = ({
  statuses = ['401', '403', '429'],
}: {
  statuses?: string[];
}): ReturnType<Visitor> => ({
  Operation: {
    enter({ security = [], responses = {} }, { report, location }) {
      if (security.length === 0) return;
      const missing = statuses.filter((status) => !(status in responses));
      if (missing.length === 0) return;
      report({
        message: `An authenticated operation declares ${missing.join(', ')} too.`,
        location: location.child(['responses']).key(),
      });
    },
  },
});
