import type { Shape } from './shape.ts';

export type Verdict = 'same' | 'differs' | 'absent there' | 'absent here';

/** One fact or one part, in our contract and in the other document. */
export interface Comparison {
  /** Such as "response 200 application/json data[].name". */
  readonly name: string;
  /** Which fact; undefined where the whole is there or absent. */
  readonly fact?: string;
  readonly verdict: Verdict;
  readonly here?: string;
  readonly there?: string;
}

/** Compares two shapes both ways. Of what is absent only the whole is named, not each of its parts. */
export function compareShapes(here: Shape | undefined, there: Shape | undefined, name: string): Comparison[] {
  if (!here || !there) return [{ name, verdict: here ? 'absent there' : 'absent here' }];
  const facts = union(here.facts, there.facts).map((fact): Comparison => {
    const [ours = 'not said', theirs = 'not said'] = [here.facts.get(fact), there.facts.get(fact)];
    return { name, fact, verdict: ours === theirs ? 'same' : 'differs', here: ours, there: theirs };
  });
  const whole: Comparison[] = facts.length === 0 ? [{ name, verdict: 'same' }] : facts;
  const parts = union(here.parts, there.parts).flatMap((part) =>
    compareShapes(here.parts.get(part)?.(), there.parts.get(part)?.(), nameOf(name, part, here.isValue)),
  );
  return [...whole, ...parts];
}

function union(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])];
}

/** Such as "response 200", or in a value "body.data[].name". */
function nameOf(name: string, part: string, isValue: boolean): string {
  if (!isValue) return `${name} ${part}`;
  return part === '[]' ? `${name}[]` : `${name}.${part}`;
}
