export default definePageConfig({ navigationBarTitleText: '搜索', navigationBarBackgroundColor: '#fffefb', enablePullDownRefresh: false });
