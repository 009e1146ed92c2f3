export default definePageConfig({ navigationBarTitleText: '分类', navigationBarBackgroundColor: '#fffefb' });
