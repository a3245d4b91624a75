import { useState, type ReactNode } from 'react';

/** Copies a text and says so, also to a screen reader. */
export function CopyButton({ text, label }: { text: string; label: string }): ReactNode {
  const [outcome, setOutcome] = useState<'Copied' | 'Not allowed'>();
  const copy = async (): Promise<void> => {
    try {
      // It is not there at all on a page that came over http from another machine.
      await navigator.clipboard.writeText(text);
      setOutcome('Copied');
    } catch {
      setOutcome('Not allowed');
    }
  };
  return (
    <button
      type="button"
      className="button-small"
      onClick={() => void copy()}
      onBlur={() => setOutcome(undefined)}
    >
      <span className="visually-hidden">Copy {label}</span>
      <span aria-hidden={outcome === undefined} role="status">
        {outcome ?? 'Copy'}
      </span>
    </button>
  );
}
