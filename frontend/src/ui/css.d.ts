import 'react';

declare module 'react' {
  interface CSSProperties {
    /** Custom properties, for values that a style sheet reads. */
    [name: `--${string}`]: string | number | undefined;
  }
}
