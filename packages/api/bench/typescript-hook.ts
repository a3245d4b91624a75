/**
 * The generator reads TypeScript's JavaScript API, which the TypeScript of this package (7) no longer has; the contract's
 * package keeps one that does, for the generator of the types.
 */
import { registerHooks } from 'node:module';

const contract = import.meta.resolve('@docspace-oauth/openapi/guide.json');

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'typescript'
      ? next(specifier, { ...context, parentURL: contract })
      : next(specifier, context),
});
