import { request, type Agent } from 'node:http';

/** The status of a GET as an administrator, its body read to the end; undefined where there was no whole answer. */
export async function answerOf(url: string, agent?: Agent): Promise<number | undefined> {
  return new Promise((resolve) => {
    const call = request(url, { agent, headers: { authorization: 'Bearer admin-1' } }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode));
      response.once('error', () => resolve(undefined));
    });
    call.once('error', () => resolve(undefined)).end();
  });
}
