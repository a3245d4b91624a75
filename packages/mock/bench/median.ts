/** The middle value: outliers of a busy machine do not move it. The count of rounds is odd. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
}
