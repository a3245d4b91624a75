/** A table or a list, of which rows can be left out. */
export interface Section {
  /** What a row is, in the plural. */
  readonly what: string;
  /** The lines above the rows. */
  readonly head: readonly string[];
  readonly rows: readonly string[];
}

/** Enough for the sentence that says how much of a section is left out, and the empty lines around it. */
const SENTENCE_BYTES = 120;

/** A document of a limited size. Earlier sections have precedence; each says how many of its rows are left out. */
export function fitSections(head: string, sections: readonly Section[], foot: string, limit: number): string {
  const filled = sections.filter(({ rows }) => rows.length > 0);
  let room = limit - bytes(head) - bytes(foot) - filled.length * SENTENCE_BYTES;
  const parts = filled.map(({ what, head: lines, rows }) => {
    const kept: string[] = [];
    let needed = bytes(lines.join('\n'));
    for (const row of rows) {
      needed += bytes(row) + 1;
      if (needed > room) break;
      kept.push(row);
    }
    const text = [...lines, ...kept].join('\n');
    if (kept.length > 0) room -= bytes(text);
    const left = rows.length - kept.length;
    if (left === 0) return text;
    const sentence = `${left} of ${rows.length} ${what} are left out here, since the summary would be too long.`;
    return kept.length === 0 ? sentence : `${text}\n\n${sentence}`;
  });
  return [head, ...parts, foot].join('\n\n');
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}
