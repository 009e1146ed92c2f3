import { barColour } from '../../platform/barColour';

export default definePageConfig({
  navigationBarTitleText: '搜索',
  navigationBarBackgroundColor: barColour('bar', '#fffefb'),
  enablePullDownRefresh: false,
});
