import { readHtml } from './readHtml';
import { splitPictures, type Part } from './splitPictures';
import css from './RichPaper.module.scss';

/** What RichPaper draws of some HTML; nothing where it says and shows nothing. */
export function richParts(html: string): Part[] {
  return splitPictures(readHtml(html, (name) => css[name]));
}
