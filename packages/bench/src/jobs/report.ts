import { markdownTable } from 'markdown-table';
import { ours } from '../report.ts';

/** What one contender made of a job. */
export interface Result {
  contender: string;
  /** How many clients or ids the job was about. */
  records: number;
  requests: number;
  /** The requests that were answered with 429. */
  refused: number;
  ms: number;
  /** A message for each id, or each list, that got no result. */
  failures: string[];
  /** Clients that were wanted and not delivered. */
  lost: number;
}

/** One job as all contenders did it. */
export interface JobResults {
  job: string;
  results: Result[];
  /** How many times as fast as the best loop ours shall be for each record. */
  speedGoal?: number | undefined;
}

export interface JobGoal {
  text: string;
  met: boolean;
}

/** The least of the others that did the whole job: to lose clients saves requests, and to give up saves time. */
function leastOfOthers(results: readonly Result[], figure: (result: Result) => number): number {
  const whole = results.filter(
    ({ contender, failures, lost }) => contender !== ours && failures.length === 0 && lost === 0,
  );
  return Math.min(...whole.map(figure));
}

/** The goals of ours in one job. */
export function goalsOf({ job, results, speedGoal }: JobResults): JobGoal[] {
  const own = results.find(({ contender }) => contender === ours);
  if (own === undefined) throw new Error(`"${job}" lacks our result.`);
  // A loop may do fewer records than ours does.
  const requestsEach = ({ requests, records }: Result): number => requests / records;
  const msEach = ({ ms, records }: Result): number => ms / records;
  const goals = [
    { text: 'nothing lost', met: own.lost === 0 },
    { text: 'no failure', met: own.failures.length === 0 },
    { text: 'fewest requests', met: requestsEach(own) <= leastOfOthers(results, requestsEach) },
  ];
  if (speedGoal === undefined) return goals;
  const ratio = leastOfOthers(results, msEach) / msEach(own);
  // Infinity: no loop did the whole job, so there is nothing to compare with.
  const met = ratio >= speedGoal && ratio !== Infinity;
  return [...goals, { text: `${ratio.toFixed(1)} x as fast as the best loop (goal: ${speedGoal} x)`, met }];
}

const format = (figure: number, digits = 0): string =>
  figure.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });

function formatResult({ contender, records, requests, refused, ms, failures, lost }: Result): string[] {
  return [
    contender,
    format(records),
    format(requests),
    format(refused),
    `${format(ms / 1000, 2)} s`,
    `${format(ms / records, 1)} ms`,
    format(failures.length),
    format(lost),
  ];
}

/** A line for each contender and job with failures: what the contender said. */
function describeFailures({ job, results }: JobResults): string[] {
  return results
    .filter(({ failures }) => failures.length > 0)
    .map(({ contender, failures }) => `${job}, ${contender}: ${[...new Set(failures)].join('; ')}`);
}

/** The table of the jobs in Markdown, and how many goals are met. */
export function jobsReport(jobs: readonly JobResults[]): string {
  const columns = ['records', 'requests', '429s', 'time', 'each', 'failures', 'lost'];
  const judged = jobs.map((job) => ({ ...job, goals: goalsOf(job) }));
  const rows = judged.flatMap(({ job, results, goals }) => {
    const verdicts = goals.map(({ text, met }) => (met ? text : `MISSED: ${text}`)).join('; ');
    return results.map((result) => {
      const [first, last] = result.contender === ours ? [job, verdicts] : ['', ''];
      return [first, ...formatResult(result), last];
    });
  });
  const goals = judged.flatMap((job) => job.goals.map((goal) => ({ job: job.job, ...goal })));
  const missed = goals.filter(({ met }) => !met);
  const summary = `${goals.length - missed.length} of ${goals.length} goals of the jobs are met.`;
  const list = missed.map(({ job, text }) => `${job}: ${text}`).join('. ');
  const align = ['l', 'l', ...columns.map(() => 'r'), 'l'];
  return [
    markdownTable([['', '', ...columns, 'goals'], ...rows], { align }),
    ...jobs.flatMap(describeFailures),
    missed.length === 0 ? summary : `${summary} Missed: ${list}.`,
  ].join('\n\n');
}
