/** What a card or a link of a page says. `path` begins with `/` and carries its query; the picture is shown 5:4. */
export interface SharedPage {
  title: string;
  path: string;
  /** An https address; without one the host takes a picture of the page. */
  imageUrl?: string | undefined;
}
