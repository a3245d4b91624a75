import type { Finding } from '@docspace-oauth/audit';
import type { ReactNode } from 'react';

import { Text } from '../../shared/text.tsx';

/** What the audit has found about a field. */
export function FindingList({ findings }: { findings: readonly Finding[] }): ReactNode {
  if (findings.length === 0) return null;
  return (
    <ul className="findings">
      {findings.map(({ rule, level, message }, index) => (
        <li key={`${rule} ${index}`} className={`finding finding-${level}`}>
          <strong>{level}</strong> <Text>{message}</Text>
        </li>
      ))}
    </ul>
  );
}
