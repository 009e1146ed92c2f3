export default definePageConfig({
  navigationBarTitleText: '分类',
  navigationBarBackgroundColor: process.env.TARO_ENV === 'weapp' ? '@bar' : '#fffefb',
});
