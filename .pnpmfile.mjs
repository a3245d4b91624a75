/**
 * openapi-ts needs the JavaScript API of TypeScript 5, which TypeScript 7 does not have. As a peer it would get the version of
 * the package that uses it, so it gets its own.
 *
 * @param {Record<'dependencies' | 'peerDependencies', Record<string, string>> & { name: string }} manifest
 */
function readPackage(manifest) {
  if (manifest.name === '@hey-api/openapi-ts') {
    delete manifest.peerDependencies.typescript;
    manifest.dependencies.typescript = '5.9.3';
  }
  return manifest;
}

/**
 * What a package is built and tested with is no concern of those who install it, and some of it is published nowhere.
 *
 * @param {Record<string, unknown>} manifest
 */
function beforePacking(manifest) {
  delete manifest.devDependencies;
  return manifest;
}

export const hooks = { readPackage, beforePacking };
