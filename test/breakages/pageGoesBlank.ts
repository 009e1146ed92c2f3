import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a page that cannot draw its data goes blank',
  file: 'src/components/PageGuard.tsx',
  find: 'return error ? <ErrorState error={error} onRetry={this.startAfresh} /> : this.props.children;',
  replace: 'return error ? null : this.props.children;',
  test: 'test/components/page.test.tsx',
  testName: 'a page that cannot draw its data says so, and starts afresh by itself',
};
