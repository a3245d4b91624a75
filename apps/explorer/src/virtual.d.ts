declare module 'virtual:contract-facts' {
  type ContractFacts = import('../build/contract-facts.ts').ContractFacts;
  export const contractFacts: Readonly<Record<'guide' | 'portal', ContractFacts>>;
}
