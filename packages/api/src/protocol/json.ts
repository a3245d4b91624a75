/** The parsed JSON; undefined if it is not JSON. The parser's message is dropped: it quotes the body, secrets included. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
