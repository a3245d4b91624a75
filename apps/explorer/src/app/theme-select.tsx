import { useLayoutEffect, useState, type ReactNode } from 'react';

const themes = { auto: 'Automatic', light: 'Light', dark: 'Dark' } as const;
type Theme = keyof typeof themes;

/** Dark or light; without a choice it is that of the system. */
export function ThemeSelect(): ReactNode {
  const [theme, setTheme] = useState<Theme>(readTheme);
  // Before the page is painted, so that nothing flashes.
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  // At once, because the page may be left before an effect runs.
  const choose = (chosen: Theme): void => {
    localStorage.setItem('theme', chosen);
    setTheme(chosen);
  };
  return (
    <label className="theme">
      <span className="visually-hidden">Colours</span>
      <select value={theme} onChange={(event) => choose(event.currentTarget.value as Theme)}>
        {Object.entries(themes).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

function readTheme(): Theme {
  const stored = localStorage.getItem('theme') ?? '';
  return stored in themes ? (stored as Theme) : 'auto';
}
