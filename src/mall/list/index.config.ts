export default definePageConfig({
  navigationBarTitleText: '找好货',
  enableShareAppMessage: true,
  enableShareTimeline: true,
  navigationBarBackgroundColor: process.env.TARO_ENV === 'weapp' ? '@bar' : '#fffefb',
});
