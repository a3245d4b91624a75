import { extname } from 'node:path';

import { GuideError } from './guide-error.ts';
import { outputOf, stepOf } from './output.ts';
import { readProgram } from './programs.ts';
import { recordedAnswer } from './recorded.ts';
import { regionOf, withoutMarkers } from './regions.ts';

/** Where the elements of the template get their text from. */
export interface Sources {
  readonly program: (file: string) => Promise<string>;
  readonly output: (file: string) => Promise<string>;
}

/** The programs as they are, each run at most once. */
export function realSources(): Sources {
  const outputs = new Map<string, Promise<string>>();
  const output = async (file: string): Promise<string> => {
    const known = outputs.get(file) ?? outputOf(file);
    outputs.set(file, known);
    return known;
  };
  return { program: readProgram, output };
}

/** The value of an attribute; without another value for it, it must be there. */
type Attributes = (name: string, otherwise?: string) => string;
type Element = (attribute: Attributes, sources: Sources) => Promise<string>;

/** What may stand in the template, beside the components of the page. */
const elements: Readonly<Record<string, Element>> = {
  /** A whole program. */
  Program: async (attribute, { program }) => {
    const file = attribute('file');
    return fence(file, withoutMarkers(await program(file)));
  },
  /** A part of a program. */
  Region: async (attribute, { program }) => {
    const file = attribute('file');
    return fence(file, regionOf(file, await program(file), attribute('name')));
  },
  /** What a program prints for a step. */
  Output: async (attribute, { output }) => {
    const file = attribute('file');
    return `\`\`\`text\n${stepOf(file, await output(file), attribute('step'))}\n\`\`\``;
  },
  /** An answer of a portal that was recorded. */
  Recorded: async (attribute) => {
    const fields = (name: string): string[] => attribute(name, '').split(' ').filter(Boolean);
    return recordedAnswer(Number(attribute('n')), { has: fields('has'), lacks: fields('lacks') });
  },
};

/** Replaces each element of the template by what it stands for. */
export async function expand(template: string, sources: Sources): Promise<string> {
  const pattern = new RegExp(`<(${Object.keys(elements).join('|')})\\b([^<>]*)/>`, 'gu');
  let page = '';
  let end = 0;
  for (const match of template.matchAll(pattern)) {
    const [text, name = '', attributes = ''] = match;
    const given = new Map(
      [...attributes.matchAll(/(\w+)="([^"]*)"/gu)].map(([, key = '', value = '']) => [key, value]),
    );
    const attribute = (key: string, otherwise?: string): string => {
      const value = given.get(key) ?? otherwise;
      if (value === undefined) throw new GuideError(`The template has ${text} without "${key}".`);
      return value;
    };
    page += template.slice(end, match.index) + (await elements[name]?.(attribute, sources));
    end = match.index + text.length;
  }
  return page + template.slice(end);
}

function fence(file: string, code: string): string {
  return `\`\`\`${extname(file).slice(1).replace('mjs', 'js')}\n${code}\n\`\`\``;
}
