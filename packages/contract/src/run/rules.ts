import type { Rule } from '@docspace-oauth/findings/report';

export type RuleId =
  | 'no-response'
  | 'status-undeclared'
  | 'status'
  | 'media-type'
  | 'schema'
  | 'header'
  | 'assertion'
  | 'example'
  | 'recording'
  | 'secret-leak'
  | 'drift'
  | 'coverage'
  | 'never-run'
  | 'coverage-live';

const mend =
  'Change the server, or the contract if that is wrong. What has to stay goes into the file of --known.';

/** What is looked for in every response, and in the run as a whole. */
export const rules: readonly (Rule & { readonly id: RuleId })[] = [
  {
    id: 'no-response',
    title: 'Every request gets a response.',
    level: 'error',
    help: 'See whether the server is up and fast enough, and what is between it and this machine.',
  },
  {
    id: 'status-undeclared',
    title: 'A status is one that the contract declares for the operation.',
    level: 'error',
    help: mend,
  },
  {
    id: 'status',
    title: 'A request gets the status that its case asks for.',
    level: 'error',
    help: mend,
  },
  {
    id: 'media-type',
    title: 'A body has a media type that the contract declares for its status.',
    level: 'error',
    help: mend,
  },
  { id: 'schema', title: 'A body matches its schema.', level: 'error', help: mend },
  {
    id: 'header',
    title: 'A header is as the contract or the case says.',
    level: 'error',
    help: mend,
  },
  { id: 'assertion', title: 'A response is what its case asks for.', level: 'error', help: mend },
  {
    id: 'example',
    title: 'A mock that is asked for a declared example sends it.',
    level: 'error',
    help: 'Build the mock with the contract that the check has.',
  },
  {
    id: 'recording',
    title: 'The mock answers as the recorded portal did.',
    level: 'error',
    help: 'Compare the answer with the recording of the same number.',
  },
  {
    id: 'secret-leak',
    title: 'No secret is where the contract has none.',
    level: 'error',
    help: 'Take the secret out of the response at once, and renew the secrets that it has shown.',
  },
  {
    id: 'drift',
    title: 'A body has no field that the contract does not know.',
    level: 'note',
    help: 'Add the field to the contract if clients may rely on it.',
  },
  {
    id: 'coverage',
    title: 'Everything that the contract declares is received at least once.',
    level: 'error',
    help: 'Write a case that receives it, or take it out of the contract.',
  },
  {
    id: 'never-run',
    title: 'Every case runs on at least one of the mocks.',
    level: 'error',
    help: 'Give the case a state of the mock in which it means something.',
  },
  {
    id: 'coverage-live',
    title: 'What the contract declares and this server did not send.',
    level: 'note',
  },
];

export function ruleOf(id: RuleId): Rule {
  const found = rules.find((rule) => rule.id === id);
  if (!found) throw new RangeError(`There is no rule ${id}.`);
  return found;
}
