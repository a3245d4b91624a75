import type { ReactNode } from 'react';

import { count } from '../../shared/format.ts';
import type { Findings } from './use-findings.ts';

interface FindingsBarProps {
  readonly findings: Findings | undefined;
  readonly isLoading: boolean;
  /** Why the rules could not be loaded. */
  readonly failure: string | undefined;
  readonly onCheck: () => void;
}

/** Asks for the findings, and says how many there are and what they are based on. */
export function FindingsBar({ findings, isLoading, failure, onCheck }: FindingsBarProps): ReactNode {
  return (
    <div className="actions" role="status">
      {!findings && (
        <button type="button" onClick={onCheck} disabled={isLoading}>
          {isLoading ? 'Checking …' : 'Check this client'}
        </button>
      )}
      {failure !== undefined && <span>The rules could not be loaded: {failure}</span>}
      {findings && (
        <p>
          <strong>
            {findings.findings.length === 0
              ? 'Nothing found.'
              : `${count(findings.findings.length, 'finding')},`}
          </strong>{' '}
          {findings.findings.length > 0 && 'beside the fields that they are about. '}
          {findings.compared === 0
            ? 'Its name was compared with no other: open the list first for that.'
            : `Its name was compared with those of ${count(findings.compared, 'other client')} that the list has loaded.`}
        </p>
      )}
    </div>
  );
}
