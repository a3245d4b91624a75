import { createRequire } from 'node:module';

import { factory } from '@stoplight/prism-core';
import type {
  IHttpConfig,
  IHttpRequest,
  IHttpResponse,
  PrismHttpComponents,
  PrismHttpInstance,
} from '@stoplight/prism-http';
import { getHttpOperationsFromSpec } from '@stoplight/prism-http/dist/utils/operations.js';
import {
  validateInput,
  validateOutput,
  validateSecurity,
} from '@stoplight/prism-http/dist/validator/index.js';

import type { JsonObject } from '../store/index.ts';

export type Mocker = PrismHttpComponents['mock'];
export type HttpOperation = Parameters<PrismHttpComponents['validateInput']>[0]['resource'];
type Validation = ReturnType<PrismHttpComponents['validateOutput']>;

// A default export of CommonJS comes through `require` alike under Node, Vitest and Jest.
const { default: route } = createRequire(import.meta.url)('@stoplight/prism-http/dist/router/index.js') as {
  default: PrismHttpComponents['route'];
};

/** Prism's parts, put together by hand: its index would load the generator of random bodies, half of its start. */
export interface Prism {
  readonly operations: HttpOperation[];
  readonly request: PrismHttpInstance['request'];
}

export const baseConfig: IHttpConfig = {
  isProxy: false,
  checkSecurity: true,
  validateRequest: true,
  validateResponse: true,
  errors: false,
  upstreamProxy: undefined,
  mock: { dynamic: false },
};

export async function loadPrism(document: JsonObject, mock: Mocker): Promise<Prism> {
  // Prism resolves references in place, so it gets a copy.
  const operations = await getHttpOperationsFromSpec(structuredClone(document));
  const { request } = factory<HttpOperation, IHttpRequest, IHttpResponse, IHttpConfig>(baseConfig, {
    logger: silent(),
    route,
    validateInput,
    validateSecurity: ({ resource, element }) => {
      const validation = validateSecurity({ resource, element });
      return 'left' in validation ? validation : { _tag: 'Right', right: element };
    },
    validateOutput: checkedOnce(validateOutput),
    mock,
    forward: () => {
      throw new TypeError('A mock forwards nothing');
    },
  });
  return { operations, request };
}

/** The store gives the same object for the same body, so a list of thousands is checked once. */
function checkedOnce(validate: PrismHttpComponents['validateOutput']): PrismHttpComponents['validateOutput'] {
  const known = new WeakMap<object, { resource: HttpOperation; status: number; validation: Validation }>();
  return ({ resource, element }) => {
    const { body, statusCode: status } = element;
    if (typeof body !== 'object' || body === null) return validate({ resource, element });
    const before = known.get(body);
    if (before?.resource === resource && before.status === status) return before.validation;
    const validation = validate({ resource, element });
    known.set(body, { resource, status, validation });
    return validation;
  };
}

/** Prism writes a dozen lines for each request; the mock has one of its own. */
function silent(): PrismHttpComponents['logger'] {
  const nothing = (): void => undefined;
  const logger = {
    trace: nothing,
    debug: nothing,
    info: nothing,
    success: nothing,
    warn: nothing,
    error: nothing,
    fatal: nothing,
    child: () => logger,
  };
  return logger as unknown as PrismHttpComponents['logger'];
}
