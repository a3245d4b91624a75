import { useClient, useClientInfo, usePublicClientInfo } from '@docspace-oauth/api/react';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';

import { CopyButton } from '../../shared/copy-button.tsx';
import { Failure } from '../../shared/failure.tsx';
import { Loading } from '../../shared/loading.tsx';
import { Logo } from '../../shared/logo.tsx';
import { Text } from '../../shared/text.tsx';
import { usePageTitle } from '../../shared/use-page-title.ts';
import { FindingsBar } from '../findings/findings-bar.tsx';
import { useFindings } from '../findings/use-findings.ts';
import type { LoggedRequest } from '../request-log/request-log.ts';
import { Requests, type ViewCall } from '../request-log/requests.tsx';
import { fieldsOf, type Column } from './fields.ts';
import { FieldTable } from './field-table.tsx';

/** One client as each of the three operations for one client shows it, side by side. */
export function ClientView({ id }: { id: string }): ReactNode {
  const answers = [
    { step: 2, operationId: 'getClient', query: useClient(id) },
    { step: 3, operationId: 'getClientInfo', query: useClientInfo(id) },
    { step: 4, operationId: 'getPublicClientInfo', query: usePublicClientInfo(id) },
  ] as const;
  const [isChecked, setChecked] = useState(false);
  const findings = useFindings(answers[0].query.data, answers[1].query.data, isChecked);
  const known = answers.find(({ query }) => query.data)?.query.data;
  usePageTitle(known?.name ?? id);
  const columns: Column[] = answers.map(({ step, operationId, query }) => ({
    step,
    operationId,
    record: query.data,
    failure: query.error?.code,
    isLoading: query.isFetching,
  }));
  const failures = answers.filter(({ query }) => query.error);
  return (
    <>
      <nav aria-label="Where you are" className="trail">
        <Link href="/">Clients</Link> <span aria-hidden="true">/</span>
      </nav>
      <div className="heading">
        <Logo logo={known?.logo ?? null} name={known?.name ?? '?'} size={56} />
        <div>
          <h1>{known ? <Text>{known.name}</Text> : 'Client'}</h1>
          <p className="id">
            <code>
              <Text>{id}</Text>
            </code>{' '}
            <CopyButton text={id} label="the id" />
          </p>
        </div>
        <Link className="button" href={`/clients/${encodeURIComponent(id)}/consent`}>
          Consent and sign-in
        </Link>
      </div>
      {failures.map(({ step, query }) => (
        <div key={step} className="step-failure">
          <p className="step-name">Step {step}</p>
          {query.error && <Failure error={query.error} retry={() => void query.refetch()} />}
        </div>
      ))}
      {known ? (
        <>
          {answers[0].query.data && (
            <FindingsBar
              findings={findings.data}
              isLoading={findings.isFetching}
              failure={findings.error?.message}
              onCheck={() => setChecked(true)}
            />
          )}
          <FieldTable columns={columns} fields={fieldsOf(columns)} findings={findings.data?.findings ?? []} />
        </>
      ) : (
        failures.length < answers.length && <Loading>Loading the client …</Loading>
      )}
      <Requests calls={answers.map(({ operationId }) => callOf(operationId, id))} />
    </>
  );
}

function callOf(operationId: ViewCall['operationId'], id: string): ViewCall {
  const segment = encodeURIComponent(id);
  const matches = (request: LoggedRequest): boolean =>
    request.operationId === operationId && request.target.split(/[/?]/u).includes(segment);
  return { operationId, argument: id, matches };
}
