import type { Schema, Visitor } from './redocly.ts';

const isCursor = (name: string): boolean => name.startsWith('last_');

/** A cursor goes back as it was sent. With a format, a generated client reads it as a date and writes another text. */
export const verbatimCursors: Visitor = () => {
  const message = 'A cursor has no format: it goes back character for character.';
  const hasFormat = (schema: Schema): boolean => schema.format !== undefined;
  return {
    Parameter: {
      enter({ name, schema = {} }, { report, location }) {
        if (isCursor(name) && hasFormat(schema))
          report({ message, location: location.child(['schema', 'format']) });
      },
    },
    Schema: {
      enter({ properties = {} }, { report, location }) {
        for (const [name, schema] of Object.entries(properties)) {
          if (!isCursor(name) || !hasFormat(schema)) continue;
          report({ message, location: location.child(['properties', name, 'format']) });
        }
      },
    },
  };
};
