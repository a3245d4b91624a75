import { inlineExampleRefs } from './lint/inline-example-refs.js';

/** The rules of our own, and what redocly itself leaves undone when it bundles. */
// oxlint-disable-next-line import/no-default-export -- redocly takes a plugin's default export
export default function docspacePlugin() {
  return {
    id: 'docspace',
    preprocessors: { oas3: { 'inline-example-refs': inlineExampleRefs } },
  };
}
