import type { ReactNode } from 'react';

import { visibleText } from '../../shared/visible-text.ts';
import { sorts, type ListState } from './list-state.ts';

interface FiltersProps {
  readonly state: ListState;
  readonly scopes: readonly string[];
  readonly onChange: (changed: Partial<ListState>) => void;
}

export function Filters({ state, scopes, onChange }: FiltersProps): ReactNode {
  // A scope in the address may be one that no client has.
  const known = state.scope === '' || scopes.includes(state.scope) ? scopes : [state.scope, ...scopes];
  return (
    <search className="filters">
      <label className="wide">
        Search
        <input
          type="search"
          value={state.search}
          placeholder="Name, id, owner, address, scope"
          onInput={(event) => onChange({ search: event.currentTarget.value })}
        />
      </label>
      <Choice
        label="State"
        value={state.enabled}
        options={{ any: 'Any', yes: 'Enabled', no: 'Disabled' }}
        onChange={(enabled) => onChange({ enabled })}
      />
      <Choice
        label="Visibility"
        value={state.visibility}
        options={{ any: 'Any', public: 'Public', private: 'Private' }}
        onChange={(visibility) => onChange({ visibility })}
      />
      <Choice
        label="Scope"
        value={state.scope}
        options={{ '': 'Any', ...Object.fromEntries(known.map((scope) => [scope, visibleText(scope)])) }}
        onChange={(scope) => onChange({ scope })}
      />
      <Choice label="Order" value={state.sort} options={sorts} onChange={(sort) => onChange({ sort })} />
    </search>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: Readonly<Record<Value, string>>;
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>): ReactNode {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value as Value)}>
        {Object.entries<string>(options).map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
