declare module 'virtual:contract-facts' {
  export const contractFacts: unknown;
}
