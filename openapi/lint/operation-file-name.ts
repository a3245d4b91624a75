import { basename, extname } from 'node:path';
import type { Visitor } from './redocly.ts';

/** An operation is found by its name: it has its own file, named by its operationId. */
export const operationFileName: Visitor = () => ({
  Operation: {
    enter({ operationId }, { report, location }) {
      const file = location.source.absoluteRef;
      const name = basename(file, extname(file));
      if (operationId === undefined || name === operationId) return;
      report({
        message: `The operation ${operationId} belongs into ${operationId}.yaml, not ${name}.`,
        location,
      });
    },
  },
});
