/** What is wrong with a program or the template of the page, in a sentence for the person who edits it. */
export class GuideError extends Error {}
