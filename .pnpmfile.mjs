/**
 * openapi-ts needs the JavaScript API of TypeScript 5, which TypeScript 7 does not have. As a peer it would get the version of
 * the package that uses it, so it gets its own.
 */
function readPackage(manifest) {
  if (manifest.name !== '@hey-api/openapi-ts') return manifest;
  const { typescript: _, ...peerDependencies } = manifest.peerDependencies;
  const dependencies = { ...manifest.dependencies, typescript: '5.9.3' };
  return { ...manifest, dependencies, peerDependencies };
}

export const hooks = { readPackage };
