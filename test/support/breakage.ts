/** A one-line mistake and the test that must notice it. `npm run breakages` proves that it does. */
export interface Breakage {
  /** What the mistake is, as a reader would say it. */
  name: string;
  /** Source file, relative to the root. */
  file: string;
  /** Text that stands in the file exactly once. */
  find: string;
  /** The mistake. */
  replace: string;
  /** Test file, relative to the root. */
  test: string;
  /** The full name of the test, or enough of it; it passes without the mistake and fails with it. */
  testName: string;
}
