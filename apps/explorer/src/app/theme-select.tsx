import { useEffect, useState, type ReactNode } from 'react';

const themes = { auto: 'Automatic', light: 'Light', dark: 'Dark' } as const;
type Theme = keyof typeof themes;

/** Dark or light; without a choice it is that of the system. */
export function ThemeSelect(): ReactNode {
  const [theme, setTheme] = useState<Theme>(readTheme);
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    localStorage.setItem('theme', theme);
  }, [theme]);
  return (
    <label className="theme">
      <span className="visually-hidden">Colours</span>
      <select value={theme} onChange={(event) => setTheme(event.currentTarget.value as Theme)}>
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
