import { useState, type ReactNode } from 'react';

import { useSession } from '../../app/session.tsx';
import { contractFacts } from '../contract/contract-facts.ts';
import { changeMock, type MockState } from './mock-control.ts';
import { personas } from './personas.ts';

/** Dialect, scenario and caller of the mock, each one click away. */
export function MockControls({ mock }: { mock: MockState }): ReactNode {
  const { persona, setPersona, reconnect } = useSession();
  const [failure, setFailure] = useState<string>();
  const change = async (what: 'dialect' | 'scenario', name: string): Promise<void> => {
    try {
      reconnect(await changeMock(what, name));
      setFailure(undefined);
    } catch (error) {
      setFailure(String(error));
    }
  };
  return (
    <>
      {failure !== undefined && <p role="alert">{failure}</p>}
      <Choices
        title="Dialect"
        about="The contract of the official guide, or what a live portal does."
        options={Object.keys(contractFacts).map((name) => ({ name }))}
        chosen={mock.dialect}
        onChoose={(name) => void change('dialect', name)}
      />
      <Choices
        title="Scenario"
        about="How the mock behaves from now on. Then look at any view."
        options={mock.scenarios.map((name) => ({ name }))}
        chosen={mock.scenario}
        onChoose={(name) => void change('scenario', name)}
      />
      <Choices
        title="Who is asking"
        about="API keys of the mock."
        options={personas.map(({ key, who }) => ({ name: key, who }))}
        chosen={persona}
        onChoose={(name) => {
          const found = personas.find(({ key }) => key === name);
          if (found) setPersona(found.key);
        }}
      />
    </>
  );
}

interface ChoicesProps {
  readonly title: string;
  readonly about: string;
  readonly options: readonly { readonly name: string; readonly who?: string }[];
  readonly chosen: string;
  readonly onChoose: (name: string) => void;
}

function Choices({ title, about, options, chosen, onChoose }: ChoicesProps): ReactNode {
  return (
    <fieldset>
      <legend>{title}</legend>
      <p>{about}</p>
      <div className="choices">
        {options.map(({ name, who }) => (
          <label key={name} className="choice">
            <input
              type="radio"
              name={title}
              value={name}
              checked={name === chosen}
              onChange={() => onChoose(name)}
            />
            <span>
              {name}
              {who !== undefined && <small>{who}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
