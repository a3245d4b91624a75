import type { Dialect } from '@docspace-oauth/openapi';
import { readDocument } from '@docspace-oauth/openapi/node';
import { startMock } from '@docspace-oauth/mock';
import { startPrism } from '../src/prism.ts';

/** A server that has to keep the contract. */
export interface ServerUnderTest {
  readonly url: string;
  /** What it logged or was asked, for the reader of a failure. */
  log(): string;
  close(): Promise<void>;
  /** The status of a request without a credential. */
  unauthorized(operationId: string): number;
  /** The status of a request that breaks a constraint of a query parameter. */
  refusal(constraint: string): number;
}

/** Prism answers with the contract's own 400, and with a 401 of its own where the contract has none. */
async function plainPrism(dialect: Dialect): Promise<ServerUnderTest> {
  const prism = await startPrism(await readDocument(dialect));
  return { ...prism, unauthorized: () => 401, refusal: () => 400 };
}

/** The mock answers as its dialect does. */
async function ourMock(dialect: Dialect): Promise<ServerUnderTest> {
  const mock = await startMock({ dialect });
  const common = {
    url: mock.url,
    log: () => JSON.stringify(mock.requests, null, 1),
    close: () => mock.close(),
  };
  if (dialect === 'guide') return { ...common, unauthorized: () => 401, refusal: () => 400 };
  return {
    ...common,
    unauthorized: (operationId) => (operationId === 'generateJwtToken' ? 401 : 403),
    // A portal fails on text that it cannot parse: a limit that is not a number, a date that is not a date.
    refusal: (constraint) => (constraint === 'type' || constraint === 'pattern' ? 500 : 400),
  };
}

export const servers: Record<string, (dialect: Dialect) => Promise<ServerUnderTest>> = {
  'plain Prism': plainPrism,
  'the mock': ourMock,
};
