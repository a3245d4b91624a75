import type { OpenApiDocument } from '@docspace-oauth/openapi';
import { readDocument } from '@docspace-oauth/openapi/node';
import { expect, test } from 'vitest';
import { contractOf } from '../contract.ts';
import type { Exchange } from '../target/exchange.ts';
import { createCoverage } from './coverage.ts';
import { declaredCells } from './declared.ts';
import { gateCoverage, listCoverage } from './findings.ts';

const portal = await readDocument('portal');
const base = 'http://127.0.0.1:1/prefix';

function exchange(path: string, status: number, body: unknown, contentType = 'application/json'): Exchange {
  return {
    url: base + path,
    method: 'GET',
    requestHeaders: {},
    status,
    statusText: '',
    headers: contentType === '' ? [] : [['content-type', contentType]],
    text: typeof body === 'string' ? body : JSON.stringify(body),
    startedAt: new Date(0),
    durationMs: 1,
  };
}

/** The cells of the portal's contract that an exchange shows. */
function seenIn(one: Exchange, document: OpenApiDocument = portal): string[] {
  const coverage = createCoverage();
  const contract = contractOf('portal', document);
  coverage.add(contract, one, base);
  return coverage
    .cells([contract])
    .filter(({ seen }) => seen)
    .map(({ cell }) => `${cell.operationId} ${cell.what}`);
}

test('what is declared is read from the document: responses, parameters, types of properties, branches', () => {
  const cells = declaredCells('portal', portal).map(({ operationId, what }) => `${operationId} ${what}`);
  for (const cell of [
    'getClient 404 application/problem+json',
    'getClient 404 text/plain',
    'getPublicClientInfo 403 without a body',
    'getClients parameter limit: sent',
    'getClients parameter limit: breaks maximum',
    'getClients parameter limit: breaks type',
    'getClientsInfo parameter limit: left out',
    'getClient OAuthClient/description null',
    'getClient OAuthClient/description string',
    'getClient Problem/errors absent',
    'getClients ClientPage/data array',
    'getClients OAuthClient/client_secret string',
  ]) {
    expect(cells).toContain(cell);
  }
  expect(new Set(cells).size).toBe(cells.length);
});

test('a status that is declared and never received is named', () => {
  const document = structuredClone(portal);
  const { get } = document.paths['/api/2.0/clients/{id}'] ?? {};
  Object.assign(get?.responses ?? {}, { '418': { description: 'Not so far.' } });
  const contract = contractOf('portal', document);
  const { findings, checks } = gateCoverage(createCoverage(), [contract], new Map());
  expect(findings.map(({ subject }) => subject)).toContain('portal getClient 418 without a body');
  expect(checks.filter(({ outcome }) => outcome === 'failed').length).toBe(findings.length);
  expect(findings.find(({ subject }) => subject.includes('418'))?.place).toEqual({
    file: 'openapi/dist/portal.json',
    pointer: '/paths/~1api~12.0~1clients~1{id}/get/responses/418',
  });
});

test('a response shows its status, its parameters and the types of what is in it', () => {
  const seen = seenIn(
    exchange('/api/2.0/clients?limit=51&last_client_id=x', 200, {
      data: [{ client_id: 'a', description: null }, { description: 'text' }],
      last_client_id: null,
    }),
  );
  expect(seen).toEqual(
    expect.arrayContaining([
      'getClients 200 application/json',
      'getClients parameter limit: breaks maximum',
      'getClients parameter last_client_id: sent',
      'getClients ClientPage/data array',
      'getClients ClientPage/last_client_id null',
      'getClients OAuthClient/description null',
      'getClients OAuthClient/description string',
    ]),
  );
  expect(seen).not.toContain('getClients parameter limit: sent');
  expect(seen).not.toContain('getClients ClientPage/last_client_id string');
});

test.each([
  ['an undeclared status', exchange('/api/2.0/clients', 418, {})],
  ['another media type', exchange('/api/2.0/clients', 200, '<p>', 'text/html')],
  ['JSON that was cut off', exchange('/api/2.0/clients', 200, '{"data":')],
  ['an empty body where none is declared', exchange('/api/2.0/clients', 200, '')],
])('%s shows nothing of what is declared', (_, one) => {
  expect(seenIn(one)).toEqual([]);
});

test('another path, and another method, show nothing', () => {
  expect(seenIn(exchange('/api/2.0/other', 200, {}))).toEqual([]);
  expect(seenIn({ ...exchange('/api/2.0/clients', 200, { data: [] }), method: 'HEAD' })).toEqual([]);
});

test('an empty body shows the response that is declared as an empty text', () => {
  expect(seenIn(exchange('/api/2.0/clients/a', 403, '', ''))).toContain('getClient 403 text/plain');
  expect(seenIn(exchange('/api/2.0/clients/a/public/info', 403, '', ''))).toContain(
    'getPublicClientInfo 403 without a body',
  );
});

test('what cannot be received is excused; an excuse for what is received or not declared fails', () => {
  const contract = contractOf('portal', portal);
  const coverage = createCoverage();
  coverage.add(contract, exchange('/api/2.0/clients', 200, { data: [] }), base);
  const excuses = new Map([
    ['portal getClients 429 text/plain', 'No mock.'],
    ['portal getClients 200 application/json', 'Wrong.'],
    ['portal getClients 599 text/plain', 'Not declared.'],
  ]);
  const { findings, remarks } = gateCoverage(coverage, [contract], excuses);
  const subjects = findings.map(({ subject }) => subject);
  expect(subjects).not.toContain('portal getClients 429 text/plain');
  expect(
    findings.find(({ subject }) => subject === 'portal getClients 200 application/json')?.message,
  ).toContain('was received, though');
  expect(findings.find(({ subject }) => subject === 'portal getClients 599 text/plain')?.message).toContain(
    'does not declare',
  );
  expect(remarks).toEqual([
    '1 declared cells cannot be received from a mock: cases/unexercised.yaml says why.',
  ]);
});

test('on a live server what was not seen is a note for each operation', () => {
  const { findings, remarks } = listCoverage(createCoverage(), contractOf('portal', portal));
  expect(findings).toHaveLength(6);
  expect(new Set(findings.map(({ level }) => level))).toEqual(new Set(['note']));
  expect(remarks[0]).toMatch(/^0 of \d{3} declared cells of the portal were received\.$/u);
});
