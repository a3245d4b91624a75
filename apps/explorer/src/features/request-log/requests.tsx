import type { OperationId } from '@docspace-oauth/api';
import { useState, type ReactNode } from 'react';

import { CopyButton } from '../../shared/copy-button.tsx';
import { Text } from '../../shared/text.tsx';
import { visibleText } from '../../shared/visible-text.ts';
import { useDialect } from '../connection/use-dialect.ts';
import { contractFacts } from '../contract/contract-facts.ts';
import { differencesOf } from '../contract/differences.ts';
import { curlLines, pythonLines, typeScriptLines, type Call } from './code-lines.ts';
import type { LoggedRequest } from './request-log.ts';
import { useRequestLog } from './use-request-log.ts';

/** A call of the DocSpace client that a view makes. */
export interface ViewCall {
  readonly operationId: OperationId;
  readonly argument?: string | readonly string[] | undefined;
  /** Which requests belong to it. @default those of the operation */
  readonly matches?: (request: LoggedRequest) => boolean;
}

const shown = 12;

/** The requests behind a view: what was sent, what came, how to send the same, and where the dialects differ. */
export function Requests({ calls }: { calls: readonly ViewCall[] }): ReactNode {
  const { requests } = useRequestLog();
  const [isOpen, setOpen] = useState(false);
  const behind = calls.map((call) => ({
    call,
    requests: requests.filter(call.matches ?? (({ operationId }) => operationId === call.operationId)),
  }));
  // What bought the token that the others were sent with.
  const exchanges = requests.filter(({ operationId }) => operationId === 'generateJwtToken');
  const latest = [...exchanges, ...behind.flatMap((one) => one.requests)]
    .toSorted((a, b) => a.id - b.id)
    .at(-1);
  return (
    <details className="requests" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span>{calls.length === 1 ? 'The request behind this view' : 'The requests behind this view'}</span>
        {latest && <RequestLine request={latest} />}
      </summary>
      {isOpen &&
        behind.map((one) => (
          <CallDetails key={one.call.operationId} call={one.call} requests={one.requests} />
        ))}
      {isOpen && exchanges.length > 0 && (
        <section className="call">
          <h2>
            generateJwtToken <small>{contractFacts.portal.operations['generateJwtToken']?.summary}</small>
          </h2>
          <RequestTable requests={exchanges} operationId="generateJwtToken" />
        </section>
      )}
    </details>
  );
}

function RequestLine({ request }: { request: LoggedRequest }): ReactNode {
  const { target, status, failure, durationMs, remaining } = request;
  return (
    <span className="request-line">
      <code>GET {visibleText(shortened(target))}</code> <Status status={status} failure={failure} />{' '}
      {Math.round(durationMs)} ms
      {remaining !== undefined && `, ${remaining} left`}
    </span>
  );
}

function Status({ status, failure }: Pick<LoggedRequest, 'status' | 'failure'>): ReactNode {
  const isGood = status !== undefined && status < 400;
  return <span className={isGood ? 'status status-good' : 'status status-bad'}>{status ?? failure}</span>;
}

function CallDetails({ call, requests }: { call: ViewCall; requests: readonly LoggedRequest[] }): ReactNode {
  const { data: dialect } = useDialect();
  const latest = requests.at(-1);
  const { operationId, argument } = call;
  const guide = contractFacts.guide.operations[operationId];
  const portal = contractFacts.portal.operations[operationId];
  const differences = guide && portal ? differencesOf(guide, portal) : [];
  return (
    <section className="call">
      <h2>
        {operationId} <small>{guide?.summary}</small>
      </h2>
      {latest ? (
        <RequestTable requests={requests} operationId={operationId} />
      ) : (
        <p>Nothing has been sent for it yet.</p>
      )}
      {latest && <Code call={{ ...latest, operationId, argument, baseUrl: location.origin }} />}
      {differences.length > 0 && (
        <table className="plain">
          <caption>
            Where a portal differs from the guide; this server speaks{' '}
            {dialect ? `the ${dialect}’s dialect` : 'a dialect that is not known yet'}
          </caption>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Guide</th>
              <th scope="col">Portal</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ what, ...dialects }) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td>{dialects.guide}</td>
                <td>{dialects.portal}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function RequestTable({
  requests,
  operationId,
}: {
  requests: readonly LoggedRequest[];
  operationId: string;
}): ReactNode {
  return (
    <div className="scroll" role="region" aria-label={`Requests of ${operationId}`} tabIndex={0}>
      <table className="plain">
        <caption>
          {requests.length > shown ? `The last ${shown} of ${requests.length} requests` : 'Requests'}
        </caption>
        <thead>
          <tr>
            <th scope="col">Request</th>
            <th scope="col">Attempt</th>
            <th scope="col">Status</th>
            <th scope="col">Time</th>
            <th scope="col">Rate budget left</th>
          </tr>
        </thead>
        <tbody>
          {requests.slice(-shown).map(({ id, target, attempt, status, failure, durationMs, remaining }) => (
            <tr key={id}>
              <td>
                <code>
                  GET <Text>{shortened(target)}</Text>
                </code>
              </td>
              <td>{attempt}</td>
              <td>
                <Status status={status} failure={failure} />
              </td>
              <td>{Math.round(durationMs)} ms</td>
              <td>{remaining ?? 'not said'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The long query of a bulk call would push everything else away. */
function shortened(target: string): string {
  return target.length > 160 ? `${target.slice(0, 159)}…` : target;
}

function Code({ call }: { call: Call }): ReactNode {
  const languages = [
    { name: 'curl', text: curlLines(call) },
    { name: 'TypeScript', text: typeScriptLines(call) },
    { name: 'Python', text: pythonLines(call) },
  ];
  return (
    <div className="code">
      {languages.map(({ name, text }) => (
        <figure key={name}>
          <figcaption>
            {name} <CopyButton text={text} label={`the ${name} lines`} />
          </figcaption>
          <pre tabIndex={0} role="group" aria-label={`${name} for ${call.operationId}`}>
            {text}
          </pre>
        </figure>
      ))}
    </div>
  );
}
