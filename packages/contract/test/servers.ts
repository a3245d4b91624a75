import type { Dialect } from '@docspace-oauth/mock';
import { documentPath, startMock, startPrism } from '@docspace-oauth/mock';

/** A server that is to keep the contract. */
export interface ServerUnderTest {
  url: string;
  /** What it printed, or was asked, for the reader of a failure. */
  log(): string;
  close(): Promise<void>;
  /** The headers of a caller who may see everything. */
  credential: Record<string, string>;
  /** What a request without a credential gets. */
  anonymous(operationId: string): number;
  /** What a request that breaks a constraint of a parameter gets. */
  refusal(constraint: string): number;
}

const apiKey = { authorization: 'Bearer contract-test-key' };

/** Plain Prism: it believes any signature, and knows no answer to none but its own 401. */
async function startPlainPrism(dialect: Dialect): Promise<ServerUnderTest> {
  const prism = await startPrism({ document: documentPath(dialect) });
  return {
    url: prism.url,
    log: () => prism.log(),
    close: () => prism.close(),
    credential: { ...apiKey, 'x-signature': 'any.jwt.will-do' },
    anonymous: () => 401,
    refusal: () => 400,
  };
}

/** The mock with a memory: it checks signatures, and answers to none as the dialect does. */
async function startOurMock(dialect: Dialect): Promise<ServerUnderTest> {
  const mock = await startMock({ dialect });
  const { url } = mock;
  const common = { url, log: () => JSON.stringify(mock.requests, null, 1), close: () => mock.close() };
  if (dialect === 'guide') return { ...common, credential: apiKey, anonymous: () => 401, refusal: () => 400 };
  const exchange = await fetch(`${url}/api/2.0/security/oauth2/token`, { headers: apiKey });
  const { response } = (await exchange.json()) as { response: string };
  return {
    ...common,
    credential: { ...apiKey, 'x-signature': response },
    anonymous: (operationId) => (operationId === 'generateJwtToken' ? 401 : 403),
    // A live portal fails on what it cannot parse: a limit that is no number, a date that is none.
    refusal: (constraint) => (constraint === 'type' || constraint === 'pattern' ? 500 : 400),
  };
}

export const servers: Record<string, (dialect: Dialect) => Promise<ServerUnderTest>> = {
  'plain Prism': startPlainPrism,
  'the mock': startOurMock,
};
