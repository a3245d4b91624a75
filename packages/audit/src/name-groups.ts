/** A client in a comparison of names: no more than a finding needs. */
export interface Named {
  readonly subject: string;
  readonly name: string;
}

/** Clients in groups that share a key, so that nothing is compared with everything. */
export class Groups<Value> {
  readonly #groups = new Map<string, Value[]>();

  add(key: string, value: Value): void {
    const group = this.#groups.get(key);
    if (group) group.push(value);
    else this.#groups.set(key, [value]);
  }

  /** The groups of more than one. */
  *shared(): Generator<readonly [Value, Value, ...Value[]]> {
    for (const [first, second, ...rest] of this.#groups.values()) {
      if (first !== undefined && second !== undefined) yield [first, second, ...rest];
    }
  }
}
