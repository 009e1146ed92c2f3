export interface FilmProps {
  className: string;
  /** Absolute, or a path on this page's own server. */
  src: string;
  /** Stops where it is; a shopper goes on by its own controls. */
  isPaused: boolean;
  /** Played to its end, or could not be played at all. */
  onEnd(): void;
  onFail(): void;
}
