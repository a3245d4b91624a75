import type { Finding } from '@docspace-oauth/audit';
import type { ReactNode } from 'react';

import type { OperationFacts } from '../../../build/contract-facts.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { useDialect } from '../connection/use-dialect.ts';
import { contractFacts } from '../contract/contract-facts.ts';
import { fieldOfRule } from '../findings/field-of-rule.ts';
import { FindingList } from '../findings/finding-list.tsx';
import type { Column, Field } from './fields.ts';
import { FieldValue } from './field-value.tsx';

const titles: Readonly<Record<number, string>> = { 2: 'Details', 3: 'Info', 4: 'Public' };

/** Field by field what each operation reveals. On a narrow screen the columns of a field stand below each other. */
export function FieldTable({
  columns,
  fields,
  findings,
}: {
  columns: readonly Column[];
  fields: readonly Field[];
  findings: readonly Finding[];
}): ReactNode {
  const { data: dialect = 'guide' } = useDialect();
  const { operations } = contractFacts[dialect];
  return (
    // The roles are said again because a style that changes the display of a table takes them away.
    <table className="fields" role="table" aria-label="What each operation reveals">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            Field
          </th>
          {columns.map(({ step, operationId, record, failure, isLoading }) => (
            <th key={step} role="columnheader" scope="col">
              {titles[step]} <small>step {step}</small>
              <span className="who">
                {record ? operations[operationId]?.gives : isLoading ? 'loading …' : (failure ?? 'not asked')}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {fields.map(({ name, values }) => (
          <tr key={name} role="row" id={`field-${name}`}>
            <th role="rowheader" scope="row">
              <code>{visibleText(name)}</code>
              <Meaning name={name} />
              <FindingList findings={findings.filter(({ rule }) => fieldOfRule(rule) === name)} />
            </th>
            {columns.map(({ step, operationId, record }, index) => (
              <td key={step} role="cell" data-column={titles[step]} className={cellClass(values, index)}>
                {record !== undefined && values[index] !== undefined ? (
                  <FieldValue name={name} value={values[index]} />
                ) : (
                  <span className="absent">
                    {record === undefined ? '–' : absence(name, operations[operationId])}
                  </span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Why a record has no such field: its operation has none, or it is one that the DocSpace client keeps from the public. */
function absence(name: string, facts: OperationFacts | undefined): string {
  if (!facts?.fields.includes(name)) return 'not revealed';
  return facts.credential === 'none' ? 'revealed, but left out by this client' : 'not sent';
}

function cellClass(values: readonly unknown[], index: number): string {
  return values[index] === undefined ? 'cell-absent' : 'cell-present';
}

/** What the contract says about a field. */
function Meaning({ name }: { name: string }): ReactNode {
  const { guide, portal } = contractFacts;
  const has = (fields: object): boolean => Object.hasOwn(fields, name);
  const text = has(portal.fields) ? portal.fields[name] : has(guide.fields) ? guide.fields[name] : undefined;
  return text ? <small>{text}</small> : <small>Not in the contract.</small>;
}
