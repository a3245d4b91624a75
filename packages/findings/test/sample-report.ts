import type { Report } from '../src/report.ts';

/** One of everything that a report can hold. */
export const sampleReport: Report = {
  tool: { name: 'docspace-contract', version: '0.1.0' },
  title: 'The contract of http://127.0.0.1:4010',
  rules: [
    {
      id: 'undeclared-status',
      title: 'Every status is declared',
      level: 'error',
      help: 'Declare it in the contract, or mend the server.',
      source: {
        title: 'OpenAPI 3.1, Responses',
        url: 'https://spec.openapis.org/oas/v3.1.0#responses-object',
      },
    },
    { id: 'undeclared-field', title: 'Every field is declared', level: 'warning' },
  ],
  checks: [
    { id: 'mock/list', title: 'The list is a page', group: 'mock', outcome: 'passed', durationMs: 12 },
    { id: 'mock/limit-51', title: 'A limit of 51 is refused', group: 'mock', outcome: 'failed' },
    { id: 'mock/drift', title: 'mock/drift', group: 'mock', outcome: 'failed' },
    {
      id: 'mock/guest',
      title: 'A guest is refused',
      group: 'mock',
      outcome: 'not applicable',
      reason: 'no guest key is given',
    },
    {
      id: 'prism/list',
      title: 'The list is a page',
      group: 'prism',
      outcome: 'not run',
      reason: 'it needs Node 24.18',
    },
  ],
  findings: [
    {
      rule: 'undeclared-field',
      level: 'warning',
      subject: 'mock/drift',
      message: 'The field "color" is not declared.',
      known: { reason: 'The portal of 3.8 has it.', expires: '2027-03-31' },
    },
    {
      rule: 'undeclared-status',
      level: 'error',
      subject: 'mock/limit-51',
      message: 'GET /clients answered 500, which is not declared.',
      place: { file: 'cases/list.yaml', line: 12, column: 3, pointer: '/paths/~1clients/get/responses' },
    },
    {
      rule: 'undeclared-field',
      level: 'note',
      subject: 'mock/limit-51',
      message: 'A minor thing.',
      help: 'Look.',
    },
  ],
  remarks: ['Only the mock was asked.'],
};
