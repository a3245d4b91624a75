import type { Check, Finding } from '@docspace-oauth/findings/report';
import type { Contract } from '../contract.ts';
import { ruleOf } from '../run/rules.ts';
import type { CellKind } from './cell.ts';
import type { Coverage } from './coverage.ts';

/** What a run without a gap has to say of the declared cells, and with gaps. */
export interface CoverageResult {
  readonly checks: Check[];
  readonly findings: Finding[];
  readonly remarks: string[];
}

/** Where only some cases were run, a gap means nothing. */
export const partialCoverage: CoverageResult = {
  checks: [],
  findings: [],
  remarks: ['Only some cases were run, so what the contract declares beyond them was not looked for.'],
};

export function joinCoverage(results: readonly CoverageResult[]): CoverageResult {
  return {
    checks: results.flatMap(({ checks }) => checks),
    findings: results.flatMap(({ findings }) => findings),
    remarks: results.flatMap(({ remarks }) => remarks),
  };
}

const kinds: Readonly<Record<CellKind, string>> = {
  response: 'responses',
  parameter: 'parameters',
  property: 'properties of bodies',
};
const group = 'coverage';

/** Offline, where everything can be asked for: each cell that was not received is a check that failed. */
export function gateCoverage(
  coverage: Coverage,
  contracts: readonly Contract[],
  reasons: ReadonlyMap<string, string>,
): CoverageResult {
  const checks: Check[] = [];
  const findings: Finding[] = [];
  const remarks: string[] = [];
  const rule = ruleOf('coverage');
  const fail = (id: string, message: string, title: string, file: string, pointer: string): void => {
    checks.push({ id, title, group, outcome: 'failed', place: { file, pointer } });
    findings.push({ rule: rule.id, level: rule.level, subject: id, message, place: { file, pointer } });
  };
  let excused = 0;
  const used = new Set<string>();
  const all = coverage.cells(contracts);
  for (const { cell, name, seen } of all) {
    const file = `openapi/dist/${cell.dialect}.json`;
    const excuse = reasons.has(name);
    if (excuse) used.add(name);
    if (seen && excuse) {
      fail(
        name,
        `${name} was received, though it is in the list of what cannot be.`,
        'A cell that is excused',
        file,
        cell.pointer,
      );
    } else if (!seen && excuse) {
      excused += 1;
    } else if (!seen) {
      fail(
        name,
        `The contract declares ${name}, and nothing received it.`,
        'A declared cell',
        file,
        cell.pointer,
      );
    }
  }
  for (const name of reasons.keys()) {
    if (used.has(name) || !contracts.some(({ dialect }) => name.startsWith(`${dialect} `))) continue;
    fail(
      name,
      `The contract does not declare ${name}, which is in the list of what cannot be received.`,
      'A cell that is excused',
      'cases/unexercised.yaml',
      '',
    );
  }
  for (const contract of contracts) checks.push(...summaries(contract, all));
  if (excused > 0)
    remarks.push(
      `${excused} declared cells cannot be received from a mock: cases/unexercised.yaml says why.`,
    );
  return { checks, findings, remarks };
}

type Cells = ReturnType<Coverage['cells']>;

function summaries({ dialect, operations }: Contract, all: Cells): Check[] {
  return [...operations.keys()].flatMap((operationId) =>
    Object.entries(kinds).flatMap(([kind, words]): Check[] => {
      const cells = all.filter(
        ({ cell }) => cell.dialect === dialect && cell.operationId === operationId && cell.kind === kind,
      );
      const seen = cells.filter((one) => one.seen).length;
      if (cells.length === 0) return [];
      const title = `${operationId}: ${seen} of ${cells.length} declared ${words} were received.`;
      return [{ id: `${dialect} ${operationId} ${kind}`, title, group, outcome: 'passed' }];
    }),
  );
}

/** Where not everything can be asked for: what was not received is listed, for each operation in one note. */
export function listCoverage(
  coverage: Coverage,
  contract: Contract,
  excused: ReadonlyMap<string, string> = new Map(),
): CoverageResult {
  const rule = ruleOf('coverage-live');
  const all = coverage.cells([contract]);
  const findings = [...contract.operations.keys()].flatMap((operationId): Finding[] => {
    const unseen = all.filter(
      ({ cell, name, seen }) => cell.operationId === operationId && !seen && !excused.has(name),
    );
    if (unseen.length === 0) return [];
    const shown = unseen.slice(0, 40).map(({ cell }) => cell.what);
    const rest = unseen.length > shown.length ? `, and ${unseen.length - shown.length} more` : '';
    const subject = `${contract.dialect} ${operationId}`;
    const message = `${operationId} did not show: ${shown.join(', ')}${rest}.`;
    return [{ rule: rule.id, level: rule.level, subject, message }];
  });
  const seen = all.filter((one) => one.seen).length;
  return {
    checks: [],
    findings,
    remarks: [`${seen} of ${all.length} declared cells of the ${contract.dialect} were received.`],
  };
}
