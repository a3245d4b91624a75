import { fork } from 'node:child_process';
import { once } from 'node:events';

/** A script of this folder in a process of its own. */
export interface Child {
  /** Sends a message, and resolves to the next that comes back. */
  ask(question: object): Promise<unknown>;
  /** Closes the channel and waits for the end of the process. */
  end(): Promise<void>;
}

/** Starts a script; resolves when it has told the first thing. */
async function start(script: URL, args: string[], nodeOptions: string[]): Promise<[unknown, Child]> {
  const child = fork(script, args, { execArgv: nodeOptions });
  const told = (): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const ended = (code: number | null): void =>
        reject(new Error(`${script.pathname} ended with ${code} before it answered.`));
      child.once('exit', ended);
      child.once('message', (message) => {
        child.off('exit', ended);
        resolve(message);
      });
    });
  return [
    await told(),
    {
      ask(question) {
        const answer = told();
        child.send(question);
        return answer;
      },
      async end() {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const ended = once(child, 'exit');
        if (child.connected) child.disconnect();
        await ended;
      },
    },
  ];
}

/** Runs a script to its end and resolves to what it told first. */
export async function runScript<T>(script: URL, args: string[] = []): Promise<T> {
  const [told, child] = await start(script, args, []);
  await child.end();
  return told as T;
}

/** Runs the work beside scripts that wait for questions, one for each list of arguments. */
export async function withScripts<T>(
  script: URL,
  argumentLists: readonly string[][],
  nodeOptions: string[],
  work: (children: Child[]) => Promise<T>,
): Promise<T> {
  const children: Child[] = [];
  try {
    for (const args of argumentLists) children.push((await start(script, args, nodeOptions))[1]);
    return await work(children);
  } finally {
    await Promise.all(children.map((child) => child.end()));
  }
}

/** Runs the work beside the loopback server, with its base URL. */
export async function withServer<T>(work: (baseUrl: string) => Promise<T>): Promise<T> {
  const [port, server] = await start(new URL('server.ts', import.meta.url), [], []);
  try {
    return await work(`http://127.0.0.1:${port as number}`);
  } finally {
    await server.end();
  }
}
