import { barColour } from '../../platform/barColour';

export default definePageConfig({
  navigationBarTitleText: '找好货',
  enableShareAppMessage: true,
  enableShareTimeline: true,
  navigationBarBackgroundColor: barColour('bar', '#fffefb'),
});
