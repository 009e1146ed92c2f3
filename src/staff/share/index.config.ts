export default definePageConfig({
  enableShareAppMessage: true,
  enableShareTimeline: true,
  navigationBarTitleText: '分享给顾客',
  enablePullDownRefresh: false,
});
