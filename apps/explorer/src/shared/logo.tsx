import { useState, type ReactNode } from 'react';

import { safeLogo } from './safe-url.ts';
import { visibleText } from './visible-text.ts';

interface LogoProps {
  readonly logo: string | null;
  readonly name: string;
  /** Pixels. */
  readonly size?: number;
}

/** A client's logo, or the first letter of its name where there is no picture. It says nothing that the name does not. */
export function Logo({ logo, name, size = 40 }: LogoProps): ReactNode {
  const [broken, setBroken] = useState<string>();
  const source = safeLogo(logo);
  if (source !== undefined && source !== broken) {
    return (
      <img
        className="logo"
        src={source}
        alt=""
        width={size}
        height={size}
        decoding="async"
        onError={() => setBroken(source)}
      />
    );
  }
  const [letter = '?'] = visibleText(name).trim();
  return (
    <span className="logo logo-letter" aria-hidden="true">
      {letter.toUpperCase()}
    </span>
  );
}
