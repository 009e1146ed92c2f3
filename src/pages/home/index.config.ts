import { barColour } from '../../platform/barColour';

// navigationStyle speaks to WeChat and Douyin, transparentTitle and titlePenetrate to Alipay: the same look on each
export default definePageConfig({
  navigationBarTitleText: '集市',
  enableShareAppMessage: true,
  enableShareTimeline: true,
  navigationStyle: 'custom',
  navigationBarTextStyle: 'white',
  transparentTitle: 'always',
  titlePenetrate: 'YES',
  enablePullDownRefresh: true,
  backgroundColor: barColour('hero', '#d04326'),
  backgroundTextStyle: 'light',
});
