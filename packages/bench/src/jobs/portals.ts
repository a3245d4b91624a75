/**
 * Mocks of one portal with the rate limits of a live one, in a process of their own. Run by `fork`. Each contender gets a
 * fresh mock, so a full bucket, and its requests are counted here, where all of them arrive.
 */
import { type Mock, startMock } from '@docspace-oauth/mock';
import { clientsOf, type PortalData } from './portal-clients.ts';

/** Opens mocks, or ends those that were opened last. */
export type Question = { open: PortalData; count: number; latencyMs: number } | { close: true };

/** What one mock has answered. */
export interface Traffic {
  requests: number;
  /** Those answered with 429. */
  refused: number;
}

interface Portal {
  mock: Mock;
  traffic: Traffic;
}

let portals: Portal[] = [];

async function openPortal(data: PortalData, latency: number): Promise<Portal> {
  const traffic: Traffic = { requests: 0, refused: 0 };
  const mock = await startMock({
    dialect: 'portal',
    limits: 'full',
    store: data.store,
    latency,
    onRequest: ({ status }) => {
      traffic.requests++;
      if (status === 429) traffic.refused++;
    },
  });
  const body = JSON.stringify({ clients: clientsOf(data) });
  const { ok } = await fetch(`${mock.url}/__mock/clients`, { method: 'PUT', body });
  if (!ok) throw new Error('The mock refused the clients.');
  return { mock, traffic };
}

/** The addresses of the opened mocks, or what the closed ones have answered, in the same order. */
async function answer(question: Question): Promise<string[] | Traffic[]> {
  if ('open' in question) {
    const { open, count, latencyMs } = question;
    portals = await Promise.all(Array.from({ length: count }, () => openPortal(open, latencyMs)));
    return portals.map(({ mock }) => mock.url);
  }
  await Promise.all(portals.map(({ mock }) => mock.close()));
  return portals.map(({ traffic }) => traffic);
}

process.on('message', (question: Question) => {
  void answer(question).then((answered) => process.send?.(answered));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
