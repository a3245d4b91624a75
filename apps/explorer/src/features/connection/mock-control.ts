import type { Dialect } from '@docspace-oauth/api';

/** What a mock says of itself. */
export interface MockState {
  readonly dialect: Dialect;
  readonly scenario: string;
  readonly scenarios: readonly string[];
}

/** Asks the server of this page whether it is a mock; null if it is something else, such as the proxy of a portal. */
export async function readMockState(signal: AbortSignal): Promise<MockState | null> {
  const response = await fetch('/__mock/', { headers: { accept: 'application/json' }, signal }).catch(
    () => undefined,
  );
  if (!response?.ok || !response.headers.get('content-type')?.startsWith('application/json')) return null;
  const state: unknown = await response.json().catch(() => null);
  const isState = typeof state === 'object' && state !== null && 'dialect' in state && 'scenarios' in state;
  return isState ? (state as MockState) : null;
}

/** Changes the mock and gives what it then says of itself. */
export async function changeMock(what: 'dialect' | 'scenario', name: string): Promise<MockState> {
  const response = await fetch(`/__mock/${what}`, { method: 'PUT', body: JSON.stringify({ name }) });
  if (!response.ok) throw new Error(`The mock refused the change with status ${response.status}.`);
  return (await response.json()) as MockState;
}
