import { ContractError } from './contract-error.ts';

/**
 * Loads one of the packages that build a contract. They are large and optional peers, so that nobody installs them who only
 * reads the bundles.
 * Throws a ContractError that says what to install.
 */
export async function buildTool<Tool>(load: () => Tool | Promise<Tool>): Promise<Tool> {
  try {
    return await load();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error;
    throw new ContractError(
      'Building a contract needs the packages @redocly/cli, allof-merge and openapi-format: install them beside @docspace-oauth/openapi.',
      { cause: error },
    );
  }
}
