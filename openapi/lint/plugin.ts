import { authenticatedResponses } from './authenticated-responses.ts';
import { componentNames } from './component-names.ts';
import { exampleSlugs } from './example-slugs.ts';
import { inlineExampleRefs } from './inline-example-refs.ts';
import { mediaTypeExamples } from './media-type-examples.ts';
import { namedUnions } from './named-unions.ts';
import { operationFileName } from './operation-file-name.ts';
import { verbatimCursors } from './verbatim-cursors.ts';

/** What redocly's own rules cannot say. */
// oxlint-disable-next-line import/no-default-export -- how redocly finds a plugin
export default function docspace() {
  return {
    id: 'docspace',
    preprocessors: { oas3: { 'inline-example-refs': inlineExampleRefs } },
    rules: {
      oas3: {
        'authenticated-responses': authenticatedResponses,
        'component-names': componentNames,
        'example-slugs': exampleSlugs,
        'media-type-examples': mediaTypeExamples,
        'named-unions': namedUnions,
        'operation-file-name': operationFileName,
        'verbatim-cursors': verbatimCursors,
      },
    },
  };
}
