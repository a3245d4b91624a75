import { fork } from 'node:child_process';
import { once } from 'node:events';

/** A script of this package that runs in a process of its own and answers messages. */
export interface Child {
  /** What the script sent when it was ready. */
  ready: unknown;
  /** Sends a message and resolves to the next message that comes back. */
  ask(question: object): Promise<unknown>;
  /** Closes the channel, which ends the script, and waits for the end of the process. */
  end(): Promise<void>;
}

/** Starts a script of this folder and waits until it is ready. */
export async function startChild(script: string, args: string[]): Promise<Child> {
  const child = fork(new URL(script, import.meta.url), args);
  const nextMessage = (): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const ended = (code: number | null): void =>
        reject(new Error(`${[script, ...args].join(' ')} ended with code ${code} before it answered.`));
      child.once('exit', ended);
      child.once('message', (message) => {
        child.off('exit', ended);
        resolve(message);
      });
    });
  return {
    ready: await nextMessage(),
    ask(question) {
      const answer = nextMessage();
      child.send(question);
      return answer;
    },
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
