import type { Client } from '@docspace-oauth/api';
import { useEffect, useState, type ReactNode } from 'react';

import { toCsv, toJson } from './export.ts';

const formats = {
  csv: { label: 'CSV', type: 'text/csv', write: toCsv },
  json: { label: 'JSON', type: 'application/json', write: toJson },
} as const;

interface ExportButtonsProps {
  readonly clients: readonly Client[];
  readonly isComplete: boolean;
  /** Whether the other clients are loaded for an export. */
  readonly isWaiting: boolean;
  readonly onWait: (isWaiting: boolean) => void;
}

/** Saves the clients that the filters show as a file, all of them: those that have not come yet are loaded first. */
export function ExportButtons({ clients, isComplete, isWaiting, onWait }: ExportButtonsProps): ReactNode {
  const [wanted, setWanted] = useState<keyof typeof formats>();
  useEffect(() => {
    if (wanted === undefined || !isComplete) return;
    const { type, write } = formats[wanted];
    save(`docspace-clients.${wanted}`, new Blob([write(clients)], { type }));
    setWanted(undefined);
    onWait(false);
  }, [wanted, isComplete, clients, onWait]);
  const start = (format: keyof typeof formats): void => {
    setWanted(format);
    onWait(true);
  };
  const stop = (): void => {
    setWanted(undefined);
    onWait(false);
  };
  return (
    <p className="actions">
      {Object.entries(formats).map(([format, { label }]) => (
        <button
          key={format}
          type="button"
          disabled={isWaiting}
          onClick={() => start(format as keyof typeof formats)}
        >
          Export {label}
        </button>
      ))}
      {isWaiting && (
        <button type="button" onClick={stop}>
          Stop
        </button>
      )}
    </p>
  );
}

function save(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
