const LENGTHS = [8, 4, 4, 4, 12];
const MAX_LENGTH = 36;

/**
 * A UUID as Java reads it, in lower case: groups that are too short are filled with zeros, of longer ones the end counts.
 * Undefined if the text is no UUID.
 */
export function canonicalId(id: string): string | undefined {
  if (id.length > MAX_LENGTH || !/^[\da-f]+(?:-[\da-f]+){4}$/iu.test(id)) return undefined;
  return id
    .toLowerCase()
    .split('-')
    .map((group, index) => group.padStart(LENGTHS[index] ?? 0, '0').slice(-(LENGTHS[index] ?? 0)))
    .join('-');
}
