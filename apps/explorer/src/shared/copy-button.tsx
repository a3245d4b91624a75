import { useState, type ReactNode } from 'react';

/** Copies a text and says so, also to a screen reader. */
export function CopyButton({ text, label }: { text: string; label: string }): ReactNode {
  const [outcome, setOutcome] = useState<'Copied' | 'Not allowed'>();
  const copy = (): void => {
    void navigator.clipboard.writeText(text).then(
      () => setOutcome('Copied'),
      () => setOutcome('Not allowed'),
    );
  };
  return (
    <button type="button" className="button-small" onClick={copy} onBlur={() => setOutcome(undefined)}>
      <span className="visually-hidden">Copy {label}</span>
      <span aria-hidden={outcome === undefined} role="status">
        {outcome ?? 'Copy'}
      </span>
    </button>
  );
}
