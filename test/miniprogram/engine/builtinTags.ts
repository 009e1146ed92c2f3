/** The tags that the hosts draw themselves; each becomes the custom element `wx-<tag>`. */
export const BUILTIN_TAGS = (
  'view text image button icon progress rich-text scroll-view swiper swiper-item movable-area movable-view ' +
  'cover-view cover-image checkbox checkbox-group radio radio-group switch slider picker picker-view ' +
  'picker-view-column form input textarea label navigator functional-page-navigator video audio camera live-player ' +
  'live-pusher map canvas web-view ad ad-custom open-data official-account page-meta navigation-bar root-portal ' +
  'match-media page-container share-element editor sticky-header sticky-section list-view grid-view snapshot ' +
  'keyboard-accessory voip-room contact-button lifestyle lottie page'
).split(' ') as readonly string[];
