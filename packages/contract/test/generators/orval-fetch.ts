/** Orval's generated clients send their requests through this function. */
let server = '';
let credential: Record<string, string> = {};

export function setServer(url: string, headers: Record<string, string>): void {
  server = url;
  credential = headers;
}

export async function send<T>(path: string, options: RequestInit): Promise<T> {
  const headers = new Headers(options.headers);
  for (const [name, value] of Object.entries(credential)) headers.set(name, value);
  const response = await fetch(server + path, { ...options, headers });
  const text = await response.text();
  const data: unknown = text === '' ? undefined : JSON.parse(text);
  return { status: response.status, headers: response.headers, data } as T;
}
