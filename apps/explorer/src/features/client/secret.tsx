import { useState, type ReactNode } from 'react';

import { CopyButton } from '../../shared/copy-button.tsx';
import { Text } from '../../shared/text.tsx';

/** A secret: it is not in the page until someone asks for it, and hidden again when the view is left. */
export function Secret({ value }: { value: string }): ReactNode {
  const [isShown, setShown] = useState(false);
  return (
    <span className="secret">
      <code>{isShown ? <Text>{value}</Text> : '••••••••'}</code>{' '}
      <button
        type="button"
        className="button-small"
        aria-pressed={isShown}
        onClick={() => setShown(!isShown)}
      >
        {isShown ? 'Hide' : 'Show'}
        <span className="visually-hidden"> the secret</span>
      </button>{' '}
      <CopyButton text={value} label="the secret" />
    </span>
  );
}
