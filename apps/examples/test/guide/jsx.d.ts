import type { JSX as ReactJSX } from 'react';

/** The types of MDX look for the elements of whichever library draws them in the global scope. */
declare global {
  namespace JSX {
    type Element = ReactJSX.Element;
    type ElementClass = ReactJSX.ElementClass;
    type ElementType = ReactJSX.ElementType;
    type IntrinsicElements = ReactJSX.IntrinsicElements;
  }
}
