import { registerHooks } from 'node:module';

// GitHub's parser is made for a bundler: it imports its schema without saying that it is JSON, which Node wants to be told.
const hooks = registerHooks({
  load(url, context, next) {
    return next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context);
  },
});
const { NoOperationTraceWriter, convertWorkflowTemplate, parseWorkflow } =
  await import('@actions/workflow-parser');
const { parseAction } = await import('@actions/workflow-parser/actions/action-parser');
hooks.deregister();

const silent = new NoOperationTraceWriter();

/** What GitHub's own parser has against a workflow. */
export async function objections(content: string): Promise<string[]> {
  const { context, value } = parseWorkflow({ name: 'workflow.yml', content }, silent);
  if (value) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map(({ message }) => message);
}

/** The same of an action. */
export function objectionsToAction(content: string): string[] {
  const { context } = parseAction({ name: 'action.yml', content }, silent);
  return context.errors.getErrors().map(({ message }) => message);
}
