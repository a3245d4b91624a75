/** A command of the page, with the folder and the variables that the lines before it have set. */
export interface Command {
  readonly words: readonly string[];
  /** As `cd` has it: from the root of the project. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Reads the few forms of shell that the page uses: `cd FOLDER`, `export NAME=VALUE`, and commands with `$NAME` in them. */
export function commandsOf(script: string, start: Readonly<Record<string, string>> = {}): Command[] {
  const env = { ...start };
  const commands: Command[] = [];
  let folder = '.';
  for (const line of script.split('\n')) {
    const words = wordsOf(line, env);
    const [name, argument = ''] = words;
    const [, variable, value = ''] = /^(\w+)=(.*)$/u.exec(argument) ?? [];
    if (name === 'cd') folder = argument;
    else if (name === 'export' && variable !== undefined) env[variable] = value;
    else commands.push({ words, folder, env: { ...env } });
  }
  return commands;
}

function wordsOf(line: string, env: Readonly<Record<string, string>>): string[] {
  return (line.match(/(?:"[^"]*"|\S)+/gu) ?? []).map((word) =>
    word.replaceAll('"', '').replaceAll(/\$(\w+)/gu, (_, name: string) => {
      const value = env[name];
      if (value === undefined) throw new Error(`The page uses $${name} before it is set: ${line}`);
      return value;
    }),
  );
}
