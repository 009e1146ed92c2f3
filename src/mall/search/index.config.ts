export default definePageConfig({
  navigationBarTitleText: '搜索',
  navigationBarBackgroundColor: process.env.TARO_ENV === 'weapp' ? '@bar' : '#fffefb',
  enablePullDownRefresh: false,
});
