/**
 * The most setData calls and bytes that the golden path may use on any of the three packages, recorded from a run. They
 * are the same in every run: raising one is a decision, not a fluke.
 */
export const SET_DATA_FIGURES = {
  /** From the launch until home has settled. */
  home: { calls: 40, bytes: 90_000 },
  /** From the submitting tap until the result page has settled. */
  submit: { calls: 40, bytes: 60_000 },
};
