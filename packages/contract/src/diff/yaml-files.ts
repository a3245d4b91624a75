import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Document, Node } from 'yaml';
import { isAlias, isNode, LineCounter, parseDocument } from 'yaml';

/** A node of a YAML file. `path` is relative to the contract's folder, with `/`. */
export interface YamlPlace {
  readonly file: string;
  readonly node: Node;
  /** Where it begins in the text: at its key, if it has one. */
  readonly offset: number;
}

interface YamlFile {
  readonly document: Document;
  readonly lines: LineCounter;
}

/** The YAML files of a contract, each read and parsed once. */
export class YamlFiles {
  readonly #folder: string;
  readonly #files = new Map<string, YamlFile | undefined>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The top of a file; undefined if it is not there or outside the contract. */
  async root(file: string): Promise<YamlPlace | undefined> {
    const read = await this.#read(file);
    const node = read?.document.contents;
    return isNode(node) ? { file, node, offset: node.range?.[0] ?? 0 } : undefined;
  }

  position({ file, offset }: YamlPlace): { line: number; column: number } {
    const { line, col } = this.#files.get(file)?.lines.linePos(offset) ?? { line: 1, col: 1 };
    return { line, column: col };
  }

  /** What an alias (`*name`) stands for. */
  resolve({ file, node }: YamlPlace): Node {
    const document = this.#files.get(file)?.document;
    return (document && isAlias(node) && node.resolve(document)) || node;
  }

  async #read(file: string): Promise<YamlFile | undefined> {
    if (this.#files.has(file)) return this.#files.get(file);
    // The contract was built from these files, so they are there and are YAML; what is elsewhere is not followed.
    const text = file.startsWith('../')
      ? undefined
      : await readFile(join(this.#folder, file), 'utf8').catch(() => undefined);
    const lines = new LineCounter();
    const parsed =
      text === undefined ? undefined : { document: parseDocument(text, { lineCounter: lines }), lines };
    this.#files.set(file, parsed);
    return parsed;
  }
}
