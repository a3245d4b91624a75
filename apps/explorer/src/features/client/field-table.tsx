import type { ReactNode } from 'react';

import { visibleText } from '../../shared/visible-text.ts';
import { useDialect } from '../connection/use-dialect.ts';
import { contractFacts } from '../contract/contract-facts.ts';
import type { Column, Field } from './fields.ts';
import { FieldValue } from './field-value.tsx';

const titles: Readonly<Record<number, string>> = { 2: 'Details', 3: 'Info', 4: 'Public' };

/** Field by field what each operation reveals. On a narrow screen the columns of a field stand below each other. */
export function FieldTable({
  columns,
  fields,
}: {
  columns: readonly Column[];
  fields: readonly Field[];
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
            </th>
            {columns.map(({ step, record }, index) => (
              <td key={step} role="cell" data-column={titles[step]} className={cellClass(values, index)}>
                {record === undefined ? (
                  <span className="absent">–</span>
                ) : values[index] === undefined ? (
                  <span className="absent">not revealed</span>
                ) : (
                  <FieldValue name={name} value={values[index]} />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
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
