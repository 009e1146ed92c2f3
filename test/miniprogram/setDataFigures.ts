/**
 * The most setData calls and bytes that the golden path may use on any of the three packages. Recorded: home 2-5 calls
 * (answers that arrive together share one) and 46,970 bytes in whatever order they come, submit 4 calls and 14.4 KB. Raising one is a decision.
 */
export const SET_DATA_FIGURES = {
  /** From the launch until home has settled; eight is one call for each answer that home waits for. */
  home: { calls: 8, bytes: 47_200 },
  /** From the submitting tap until the result page has settled. */
  submit: { calls: 6, bytes: 15_500 },
};
