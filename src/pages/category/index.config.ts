import { barColour } from '../../platform/barColour';

export default definePageConfig({
  navigationBarTitleText: '分类',
  navigationBarBackgroundColor: barColour('bar', '#fffefb'),
});
