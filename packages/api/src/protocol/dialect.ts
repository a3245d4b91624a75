/** Which of the two contracts a server speaks. */
export type Dialect = 'guide' | 'portal';
