import type { Check, Finding, Report } from '@docspace-oauth/findings/report';
import { toolName } from './command/tool.ts';
import type { CoverageResult } from './coverage/findings.ts';
import { ruleOf, rules } from './run/rules.ts';
import type { Run } from './run/run-cases.ts';

/** The id of a case on a server: plain Prism is asked the same cases as the mock. */
export function checkId({ case: { id }, kind }: Pick<Run, 'case' | 'kind'>): string {
  return kind === 'prism' ? `prism-${id}` : id;
}

/** Everything that a run has to say. */
export function reportOf(
  title: string,
  runs: readonly Run[],
  extra: readonly Check[],
  coverage: CoverageResult,
  more: readonly Finding[] = [],
): Report {
  const checks = runs.map((run): Check => {
    const { case: one, server, result } = run;
    const { outcome, reason, durationMs } = result;
    return {
      id: checkId(run),
      title: one.title,
      group: server,
      outcome,
      ...(reason !== undefined && { reason: asClause(reason) }),
      durationMs,
      place: one.place,
    };
  });
  const findings = runs.flatMap((run) =>
    run.result.violations.map(({ rule, message, pointer }): Finding => {
      const { level } = ruleOf(rule);
      const place = { ...run.case.place, ...(pointer !== undefined && { pointer }) };
      return { rule, level, subject: checkId(run), message, place };
    }),
  );
  return {
    tool: toolName('check'),
    title,
    rules,
    checks: [...checks, ...extra, ...coverage.checks],
    findings: [...findings, ...more, ...coverage.findings],
    remarks: coverage.remarks,
  };
}

/** A reason as it stands behind "because". */
export function asClause(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/u, '');
}
